package vn.hocvu.platform.viewstore;

import org.apache.kafka.common.TopicPartition;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Where a source has to begin again to deliver a fact once more. */
sealed interface Place {

    /** A record's offset on a topic. */
    record Offset(TopicPartition partition, long offset) implements Place {}

    /**
     * An event in the service's own store.
     *
     * @param before token of what was read before it, absent at the tail
     */
    record Mark(@Nullable TrackingToken before, long position) implements Place {}
}
