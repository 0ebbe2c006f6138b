package vn.hocvu.enrollment.vault;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names in memory, the only place where they can be searched; gone with the process. */
final class NameIndex {
    private final Map<String, String> foldedById = new ConcurrentHashMap<>();

    void put(String learnerId, String fullName) {
        foldedById.put(learnerId, NameOrder.folded(fullName));
    }

    void remove(String learnerId) {
        foldedById.remove(learnerId);
    }

    /** Learners whose name contains every word of the text, in no order that says anything; at most {@code most}. */
    List<String> find(String text, int most) {
        var words = List.of(NameOrder.folded(text).split(" "));
        return foldedById.entrySet().stream()
                .filter(e -> words.stream().allMatch(e.getValue()::contains))
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    int size() {
        return foldedById.size();
    }
}
