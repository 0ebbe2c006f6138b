package vn.hocvu.platform.eventstore.axon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import vn.hocvu.platform.eventstore.Order;

/** What a command's and an event's metadata say about who, why and within which story. */
record Envelope(String commandId, String actor, @Nullable Long expectedVersion) {
    static final String ACTOR = "actor";
    static final String ROLE = "role";
    static final String ORGANIZATION = "organization";
    static final String COMMAND_ID = "commandId";
    static final String CORRELATION_ID = "correlationId";
    static final String CAUSATION_ID = "causationId";
    static final String TRACEPARENT = "traceparent";
    private static final String EXPECTED_VERSION = "expectedVersion";

    /** Copied from the command to each of its events. */
    static final List<String> KEPT =
            List.of(ACTOR, "onBehalfOf", ROLE, ORGANIZATION, COMMAND_ID, CORRELATION_ID, CAUSATION_ID, TRACEPARENT);

    static Map<String, Object> of(Order order, String role) {
        var entries = new HashMap<String, Object>();
        entries.put(ACTOR, order.actor().userId());
        entries.put(ROLE, role);
        entries.put(COMMAND_ID, order.commandId());
        entries.put(CORRELATION_ID, order.correlationId() == null ? order.commandId() : order.correlationId());
        entries.put(CAUSATION_ID, order.causationId() == null ? order.commandId() : order.causationId());
        if (order.actor().organization() != null) {
            entries.put(ORGANIZATION, order.actor().organization());
        }
        if (order.expectedVersion() != null) {
            entries.put(EXPECTED_VERSION, order.expectedVersion());
        }
        var trace = traceparent();
        if (trace != null) {
            entries.put(TRACEPARENT, trace);
        }
        return entries;
    }

    static Envelope of(MetaData metaData) {
        if (!(metaData.get(COMMAND_ID) instanceof String commandId)
                || !(metaData.get(ACTOR) instanceof String actor)
                || !(metaData.get(ROLE) instanceof String)) {
            throw new IllegalStateException("commands are sent through Commands only: no actor, role or command id");
        }
        return new Envelope(commandId, actor, (Long) metaData.get(EXPECTED_VERSION));
    }

    /** The trace that the request runs in, if tracing is on. */
    private static @Nullable String traceparent() {
        var trace = MDC.get("traceId");
        var span = MDC.get("spanId");
        return trace != null && span != null && trace.matches("[0-9a-f]{32}") && span.matches("[0-9a-f]{16}")
                ? "00-" + trace + "-" + span + "-01"
                : null;
    }
}
