package vn.hocvu.platform.eventstream.relay;

import java.util.Set;

/** Aggregates whose events could not be published; for the operations page. */
public interface ParkedEvents {
    /** Ids of the aggregates that wait. */
    Set<String> aggregates();

    /**
     * Publishes what an aggregate has waiting, in order; later events follow by themselves.
     *
     * @return how many were published
     * @throws RuntimeException if the cause is still there; then everything stays parked
     */
    int retry(String aggregateId, String by);

    /** Gives up on what an aggregate has waiting; it will never be published. */
    void close(String aggregateId, String by, String reason);
}
