package vn.hocvu.platform.viewstore;

import java.time.Duration;
import java.util.Map;

/** The views of this service. */
public interface Views {

    /** The rows of a view. */
    <R> Rows<R> rows(Class<? extends View<?, R>> view);

    /**
     * Waits until every view of this service's own store has passed the given event.
     *
     * @param version sequence of the aggregate's event
     * @return false if the time ran out first: the page then says that the row is being updated
     */
    boolean await(String aggregateId, long version, Duration atMost);

    /** How many facts were folded, per source service. */
    Map<String, Long> positions();

    /**
     * Waits until the views over topics have folded everything that stands on the topics now.
     *
     * @return false if the time ran out first
     */
    boolean awaitTopics(Duration atMost);
}
