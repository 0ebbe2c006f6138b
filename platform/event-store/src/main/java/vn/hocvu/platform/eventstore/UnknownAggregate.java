package vn.hocvu.platform.eventstore;

/** The command is for something that does not exist. */
public final class UnknownAggregate extends RuntimeException {
    private final String aggregateId;

    public UnknownAggregate(String aggregateId) {
        super("there is no " + aggregateId);
        this.aggregateId = aggregateId;
    }

    public String aggregateId() {
        return aggregateId;
    }
}
