package vn.hocvu.platform.eventstream.reading;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.hocvu.platform.eventstream.Fact;

/** What became of reading one record. */
public sealed interface Reading {

    /** The record as it lay on the topic. */
    ConsumerRecord<String, byte[]> record();

    /** A fact of a type that the service reads. */
    record Understood(ConsumerRecord<String, byte[]> record, Fact<?> fact) implements Reading {}

    /** A fact of a type that the service does not read; its place in the aggregate's history is known. */
    record Unknown(ConsumerRecord<String, byte[]> record, String source, String aggregateId, long sequence)
            implements Reading {}

    /** Nobody can make sense of it; the reason says why, without the content. */
    record Unreadable(ConsumerRecord<String, byte[]> record, String reason) implements Reading {}
}
