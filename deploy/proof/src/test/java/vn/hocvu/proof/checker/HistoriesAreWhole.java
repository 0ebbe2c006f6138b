package vn.hocvu.proof.checker;

import java.util.HashMap;
import java.util.stream.Stream;
import vn.hocvu.proof.checker.Evidence.StoredEvent;

/** Per aggregate the sequence begins with 0 and has no gap and no fork, and no event has two places. */
final class HistoriesAreWhole implements Rule {
    @Override
    public String promise() {
        return "I3 histories are whole";
    }

    @Override
    public Stream<String> differences(Evidence evidence) {
        return evidence.stores().entrySet().stream().flatMap(store -> {
            var last = new HashMap<String, StoredEvent>();
            var ids = new HashMap<String, StoredEvent>();
            return store.getValue().stream().flatMap(event -> {
                var twin = ids.put(event.id(), event);
                if (twin != null) return Stream.of("%s: %s and %s have one id".formatted(store.getKey(), twin, event));
                var before = last.put(event.aggregate(), event);
                var next = before == null ? 0 : before.sequence() + 1;
                return event.sequence() == next
                        ? Stream.empty()
                        : Stream.of("%s: after %s comes %s, sequence %d was due"
                                .formatted(store.getKey(), before, event, next));
            });
        });
    }
}
