package vn.hocvu.platform.viewstore;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A row in memory with what guards it. Belongs to one thread. */
final class StoredRow<R> {

    private R row;
    /** Last sequence applied, by origin. */
    private final Map<String, Long> sequences;
    /** What the store has; 0 for a row that is not stored yet. */
    private long revision;

    private @Nullable Incoming firstUnwritten;

    StoredRow(R row) {
        this(row, new HashMap<>(4), 0);
    }

    private StoredRow(R row, Map<String, Long> sequences, long revision) {
        this.row = row;
        this.sequences = sequences;
        this.revision = revision;
    }

    R row() {
        return row;
    }

    long revision() {
        return revision;
    }

    boolean hasSeen(Incoming in) {
        return sequences.getOrDefault(in.origin(), -1L) >= in.sequence();
    }

    /** Takes in what a fact made of the row. */
    @SuppressWarnings("ReferenceEquality") // the very same row means that the fact did not concern it
    void became(R next, Incoming in) {
        if (firstUnwritten == null && next != row) {
            firstUnwritten = in;
        }
        row = next;
        sequences.put(in.origin(), in.sequence());
    }

    /** The first fact whose effect is not stored, absent if the store has the row as it is. */
    @Nullable
    Incoming firstUnwritten() {
        return firstUnwritten;
    }

    void written() {
        revision++;
        firstUnwritten = null;
    }

    Document document(View<?, R> view, String key) {
        var fields = RowCodec.write(row);
        var asked = new Document();
        fields.forEach((name, value) -> {
            if (!(value instanceof Document) && !(value instanceof Iterable)) {
                asked.append(name, value);
            }
        });
        // In an order of their own: a view may name them in one that differs from process to process.
        new TreeMap<>(view.index(row))
                .forEach((name, value) -> asked.append(RowCodec.escaped(name), RowCodec.value(value)));
        var seen = new Document();
        sequences.forEach((origin, last) -> seen.append(RowCodec.escaped(origin), last));
        return new Document("_id", key)
                .append("row", fields)
                .append("q", asked)
                .append("seq", seen)
                .append("rev", revision + 1);
    }

    static <R> StoredRow<R> read(Document document, Class<R> type) {
        var seen = new HashMap<String, Long>();
        document.get("seq", Document.class)
                .forEach((origin, last) -> seen.put(RowCodec.unescaped(origin), ((Number) last).longValue()));
        return new StoredRow<>(RowCodec.read(document.get("row", Document.class), type), seen, document.getLong("rev"));
    }
}
