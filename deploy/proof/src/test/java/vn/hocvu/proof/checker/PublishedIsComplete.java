package vn.hocvu.proof.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocvu.proof.checker.Evidence.Published;
import vn.hocvu.proof.checker.Evidence.StoredEvent;
import vn.hocvu.proof.system.Service;

/**
 * Per key the first occurrences on the topic are all stored events in order; repeats come only as a run that is sent once
 * more, and say the very same.
 */
final class PublishedIsComplete implements Rule {
    @Override
    public String promise() {
        return "I4 published is complete and ordered";
    }

    @Override
    public Stream<String> differences(Evidence evidence) {
        return evidence.topics().entrySet().stream().flatMap(topic -> {
            var service = serviceOf(topic.getKey());
            var events = evidence.stores().getOrDefault(service, List.of());
            var records = byKey(topic.getValue());
            return Stream.concat(missing(service, events, records), perKey(service, events, records));
        });
    }

    /** {@code hocvu.class.events.v1} belongs to the service whose word it carries. */
    static Service serviceOf(String topic) {
        return Stream.of(Service.values())
                .filter(service -> topic.split("\\.")[1].equals(service.word()))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("nobody's topic: " + topic));
    }

    private static Map<String, List<Published>> byKey(List<Published> records) {
        return records.stream().collect(Collectors.groupingBy(Published::key, LinkedHashMap::new, Collectors.toList()));
    }

    /** Of a kind of aggregate either every one is published or none. */
    private static Stream<String> missing(
            Service service, List<StoredEvent> events, Map<String, List<Published>> records) {
        var published = events.stream()
                .filter(event -> records.containsKey(event.aggregate()))
                .map(StoredEvent::kind)
                .collect(Collectors.toSet());
        return events.stream()
                .filter(event -> published.contains(event.kind()) && !records.containsKey(event.aggregate()))
                .map(event -> "%s: nothing of this aggregate was published: %s".formatted(service, event));
    }

    private static Stream<String> perKey(
            Service service, List<StoredEvent> events, Map<String, List<Published>> records) {
        var stored = new HashMap<String, List<StoredEvent>>();
        events.forEach(event -> stored.computeIfAbsent(event.aggregate(), id -> new ArrayList<>())
                .add(event));
        return records.entrySet().stream().flatMap(key -> {
            var of = stored.getOrDefault(key.getKey(), List.of());
            return Stream.concat(firsts(service, of, key.getValue()), runs(service, key.getValue()));
        });
    }

    private static Stream<String> firsts(Service service, List<StoredEvent> stored, List<Published> records) {
        var first = new LinkedHashSet<String>();
        records.forEach(record -> first.add(record.eventId()));
        var should = stored.stream().map(StoredEvent::id).toList();
        var is = List.copyOf(first);
        if (is.equals(should)) return Stream.empty();
        var at = 0;
        while (at < Math.min(is.size(), should.size()) && is.get(at).equals(should.get(at))) at++;
        return Stream.of("%s: number %d published of this key is %s, stored is %s (%d published, %d stored)"
                .formatted(
                        service,
                        at,
                        at < is.size() ? record(records, is.get(at)) : "nothing",
                        at < stored.size() ? stored.get(at) : "nothing",
                        is.size(),
                        should.size()));
    }

    private static Published record(List<Published> records, String eventId) {
        return records.stream()
                .filter(one -> one.eventId().equals(eventId))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> runs(Service service, List<Published> records) {
        var firsts = new HashMap<String, Published>();
        var before = new Published[1];
        return records.stream().flatMap(record -> {
            var last = before[0];
            before[0] = record;
            var first = firsts.putIfAbsent(record.eventId(), record);
            if (last != null && record.sequence() > last.sequence() + 1) {
                return Stream.of("%s: the topic jumps from %s to %s".formatted(service, last, record));
            }
            return first == null || first.value().equals(record.value())
                    ? Stream.empty()
                    : Stream.of("%s: said once %s and then %s".formatted(service, first, record));
        });
    }
}
