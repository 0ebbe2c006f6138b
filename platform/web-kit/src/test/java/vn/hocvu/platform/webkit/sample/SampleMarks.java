package vn.hocvu.platform.webkit.sample;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.bell.ReadMarks;

/** Read marks in memory. */
@Component
class SampleMarks implements ReadMarks {
    private final Map<String, Map<String, Instant>> marks = new ConcurrentHashMap<>();

    @Override
    public Map<String, Instant> of(Actor person) {
        return marks.getOrDefault(person.userId(), Map.of());
    }

    @Override
    public void read(Actor person, Map<String, Instant> upTo) {
        var all = new HashMap<>(of(person));
        all.putAll(upTo);
        marks.put(person.userId(), all);
    }
}
