package vn.hocvu.platform.eventstore;

/** Others kept changing the aggregate at the same moment, so that the order found no quiet state to be decided on. */
public final class Contended extends RuntimeException {
    private final String aggregateId;

    public Contended(String aggregateId, Throwable cause) {
        super(aggregateId + " is being changed by others; the order was not carried out", cause);
        this.aggregateId = aggregateId;
    }

    public String aggregateId() {
        return aggregateId;
    }
}
