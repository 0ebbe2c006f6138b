package vn.hocvu.platform.viewstore;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/** Delivers facts in order, from a stored position on, as often as it is asked to begin again. */
interface FactSource extends AutoCloseable {

    /** What has come, empty if nothing came in that time. */
    List<Incoming> poll(Duration atMost);

    /** True if nothing more was there at the last look. */
    boolean caughtUp();

    /** Delivers again from that place on. */
    void rewind(Place to);

    /** The position to store: where to begin again so that what is held back comes once more. */
    Document position(Collection<Place> heldBack);

    /** True if this source has delivered at least what the other has, one of the same kind. */
    boolean isPast(FactSource other);

    /** Next offsets read, for sources over topics. */
    Map<TopicPartition, Long> offsets();

    Progress progress();

    @Override
    void close();

    /** Facts delivered, and facts known to exist. */
    record Progress(long done, long total) {}
}
