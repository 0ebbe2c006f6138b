package vn.hocvu.platform.eventstore;

/** The actor decided on a state that is no longer the latest. */
public final class StaleVersion extends RuntimeException {
    private final String aggregateId;
    private final long expected;
    private final long actual;

    public StaleVersion(String aggregateId, long expected, long actual) {
        super(aggregateId + " is at version " + actual + ", the order was meant for version " + expected);
        this.aggregateId = aggregateId;
        this.expected = expected;
        this.actual = actual;
    }

    public String aggregateId() {
        return aggregateId;
    }

    public long expected() {
        return expected;
    }

    /** Last sequence of the aggregate now, -1 if it has no event. */
    public long actual() {
        return actual;
    }
}
