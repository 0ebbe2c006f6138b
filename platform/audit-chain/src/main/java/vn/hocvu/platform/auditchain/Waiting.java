package vn.hocvu.platform.auditchain;

import java.util.ArrayList;
import java.util.List;

/**
 * How far the log's reader has come in the store.
 *
 * @param read   highest position it has seen
 * @param ranges positions below, from and to, that it has not seen and that may still appear
 */
public record Waiting(long read, List<Range> ranges) {
    /** Positions from the first to the last. */
    public record Range(long first, long last) {}

    public Waiting {
        ranges = List.copyOf(ranges);
    }

    static Waiting read(long position, JsonPart part) {
        var ranges = new ArrayList<Range>();
        for (var range : part.elements()) {
            var ends = range.elements();
            if (ends.size() != 2) {
                throw new Malformed("a range has two ends");
            }
            ranges.add(new Range(ends.get(0).number(), ends.get(1).number()));
        }
        return new Waiting(position, ranges);
    }

    void write(Text text) {
        text.put('[');
        for (var i = 0; i < ranges.size(); i++) {
            text.put(i == 0 ? "[" : ",[").put(Long.toString(ranges.get(i).first()));
            text.put(',').put(Long.toString(ranges.get(i).last())).put(']');
        }
        text.put(']');
    }

    /** Whether an event at a position can be one that the reader has yet to come to. */
    boolean mayStillCome(long position) {
        return position > read
                || ranges.stream().anyMatch(range -> range.first() <= position && position <= range.last());
    }
}
