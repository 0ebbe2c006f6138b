package vn.hocvu.proof.agent;

/** Every place at which a service is made to crash: as it enters a method, or as it leaves one. */
public enum CrashPoint {
    /** The order's id is entered, no event is yet. */
    COMMAND_BEFORE_INSERT("vn.hocvu.platform.eventstore.axon.Appends", "statement", true, ""),
    /** Events and outcome are written, not committed. */
    COMMAND_BEFORE_COMMIT("vn.hocvu.platform.eventstore.axon.CommandLedger", "close", false, ""),
    /** Committed, nobody knows yet. */
    COMMAND_AFTER_COMMIT("vn.hocvu.platform.eventstore.axon.AxonCommands", "dispatch", false, ""),
    /** Everything is done but the answer. */
    COMMAND_BEFORE_ANSWER("vn.hocvu.enrollment.web.IntakeApi", "enrol", false, ""),
    /** A batch is sent, not acknowledged. */
    RELAY_AFTER_SEND("vn.hocvu.platform.eventstream.relay.RelayProducer$Sending", "acknowledged", true, ""),
    /** A batch is acknowledged, the token is not stored. */
    RELAY_AFTER_ACKNOWLEDGEMENT("vn.hocvu.platform.eventstream.relay.RelayProducer$Sending", "acknowledged", false, ""),
    /** The books are written, in the transaction of the token, which is not committed. */
    RELAY_INSIDE_TOKEN_COMMIT("vn.hocvu.platform.eventstream.relay.RelayBooks", "write", false, ""),
    /** Commands of a poll are stored, its offsets are not. */
    POLICY_BEFORE_OFFSETS("org.apache.kafka.clients.consumer.KafkaConsumer", "commitSync", true, ""),
    /** The rows of one view are written, those of the next are not. */
    FOLD_BETWEEN_ROWS("vn.hocvu.platform.viewstore.RowStore", "bulk", false, ""),
    /** All rows are written, the position is not. */
    FOLD_BEFORE_POSITIONS("vn.hocvu.platform.viewstore.Positions", "store", true, ""),
    /** In the middle of a rebuild, counted in facts. */
    REBUILD_AT_FACT("vn.hocvu.platform.viewstore.OrderGuard", "admits", false, "-rebuild"),
    /** At the end of a rebuild, counted in written bulks of rows. */
    REBUILD_AT_ROWS("vn.hocvu.platform.viewstore.RowStore", "bulk", false, "-rebuild");

    private final String type;
    private final String method;
    private final boolean entering;
    private final String thread;

    CrashPoint(String type, String method, boolean entering, String thread) {
        this.type = type;
        this.method = method;
        this.entering = entering;
        this.thread = thread;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    /** True as the method is entered, false as it is left in order. */
    boolean entering() {
        return entering;
    }

    /** How the name of a thread must end for its calls to count. */
    String thread() {
        return thread;
    }
}
