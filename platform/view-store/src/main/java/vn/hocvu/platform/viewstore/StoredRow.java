package vn.hocvu.platform.viewstore;

import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import vn.hocvu.platform.eventstream.Fact;

/**
 * A row with what guards it: the last sequence applied per source aggregate, and the revision its writer must have seen.
 *
 * @param revision 0 for a row that is not stored yet
 */
record StoredRow<R>(R row, Map<String, Long> sequences, long revision) {

    static String origin(Fact<?> fact) {
        return fact.source() + "/" + fact.aggregateId();
    }

    boolean hasSeen(Fact<?> fact) {
        return sequences.getOrDefault(origin(fact), -1L) >= fact.sequence();
    }

    StoredRow<R> after(View<Object, R> view, Fact<Object> fact) {
        Map<String, Long> seen = sequences.size() == 1 && sequences.containsKey(origin(fact))
                ? Map.of(origin(fact), fact.sequence())
                : with(fact);
        return new StoredRow<>(view.after(row, fact), seen, revision);
    }

    private Map<String, Long> with(Fact<?> fact) {
        Map<String, Long> seen = new HashMap<>(sequences);
        seen.put(origin(fact), fact.sequence());
        return Map.copyOf(seen);
    }

    StoredRow<R> written() {
        return new StoredRow<>(row, sequences, revision + 1);
    }

    Document document(View<?, R> view, String key) {
        Document row = RowCodec.write(this.row);
        Document fields = new Document();
        row.forEach((name, value) -> {
            if (!(value instanceof Document) && !(value instanceof Iterable)) {
                fields.append(name, value);
            }
        });
        view.index(this.row).forEach((name, value) -> fields.append(name, RowCodec.value(value)));
        Document seen = new Document();
        sequences.forEach(seen::append);
        return new Document("_id", key)
                .append("row", row)
                .append("q", fields)
                .append("seq", seen)
                .append("rev", revision + 1);
    }

    static <R> StoredRow<R> read(Document document, Class<R> type) {
        Map<String, Long> seen = new HashMap<>();
        document.get("seq", Document.class).forEach((origin, last) -> seen.put(origin, ((Number) last).longValue()));
        return new StoredRow<>(
                RowCodec.read(document.get("row", Document.class), type), Map.copyOf(seen), document.getLong("rev"));
    }
}
