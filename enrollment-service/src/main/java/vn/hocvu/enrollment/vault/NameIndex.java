package vn.hocvu.enrollment.vault;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names in memory, the only place where they can be searched; gone with the process. */
final class NameIndex {
    private final Map<String, Entry> byId = new ConcurrentHashMap<>();

    void put(String learnerId, Person person) {
        byId.put(learnerId, new Entry(NameOrder.folded(person.fullName()), person.birthDate()));
    }

    void remove(String learnerId) {
        byId.remove(learnerId);
    }

    /** Learners whose name contains every word of the text, by id; at most {@code most}. */
    List<String> find(String text, int most) {
        var words = List.of(NameOrder.folded(text).split(" "));
        return byId.entrySet().stream()
                .filter(e -> words.stream().allMatch(e.getValue().name()::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .limit(most)
                .toList();
    }

    /** Learners of the same name, born on the same day. */
    List<String> namesakes(String fullName, LocalDate birthDate) {
        var wanted = new Entry(NameOrder.folded(fullName), birthDate);
        return byId.entrySet().stream()
                .filter(e -> e.getValue().equals(wanted))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private record Entry(String name, LocalDate birthDate) {}
}
