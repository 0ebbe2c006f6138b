package vn.hocvu.platform.webkit.bell;

import java.time.Instant;
import java.util.Map;
import vn.hocvu.platform.eventstore.Actor;

/** How far each person has read the notices about each object; nobody sees the marks of others. */
public interface ReadMarks {
    /** For services that keep nothing: everything stays unread. */
    ReadMarks NONE = new ReadMarks() {
        @Override
        public Map<String, Instant> of(Actor person) {
            return Map.of();
        }

        @Override
        public void read(Actor person, Map<String, Instant> upTo) {}
    };

    /** For each address of an object, up to when its notices have been read. */
    Map<String, Instant> of(Actor person);

    /**
     * Notes that the person has read the notices about these objects.
     *
     * @param upTo for each address, the instant of the latest notice that was read; a later mark stays
     */
    void read(Actor person, Map<String, Instant> upTo);
}
