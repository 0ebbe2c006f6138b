package vn.hocvu.platform.auditchain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the members of the objects that are open lie in the text, innermost last. */
final class Members {
    private static final int FIELDS = 4;
    private int[] places = new int[64 * FIELDS];
    private int count;
    private int outermost = -1;

    void clear() {
        count = 0;
        outermost = -1;
    }

    int count() {
        return count;
    }

    /** Leaves an object; the members of the outermost stay known until the next text. */
    void backTo(int first, boolean sorted) {
        outermost = first == 0 && sorted ? count : -1;
        count = first;
    }

    /** Whether the places of the outermost object's members are known. */
    boolean known() {
        return outermost > 0;
    }

    /** The value of one of the outermost object's members. */
    @Nullable
    JsonPart find(byte[] text, String key) {
        for (var i = 0; i < outermost; i++) {
            var place = i * FIELDS;
            if (JsonPart.is(text, key, places[place], places[place + 1])) {
                return new JsonPart(text, places[place + 1] + 1, places[place + 2]);
            }
        }
        return null;
    }

    void add(int start, int keyEnd, int memberEnd, boolean plain) {
        if (count * FIELDS == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        var i = count++ * FIELDS;
        places[i] = start;
        places[i + 1] = keyEnd;
        places[i + 2] = memberEnd;
        places[i + 3] = plain ? 1 : 0;
    }

    boolean lastIsHigher(byte[] text) {
        return compare(text, count - 2, count - 1) < 0;
    }

    private int compare(byte[] text, int one, int other) {
        var a = one * FIELDS;
        var b = other * FIELDS;
        // Both keys are compared without their quotes: a closing quote would sort before other characters, not last.
        return places[a + 3] + places[b + 3] == 2
                ? Arrays.compareUnsigned(text, places[a] + 1, places[a + 1] - 1, text, places[b] + 1, places[b + 1] - 1)
                : key(text, a).compareTo(key(text, b));
    }

    /** Compared as Java compares, which is by UTF-16 code units. */
    private String key(byte[] text, int place) {
        return new JsonPart(text, places[place], places[place + 1]).text();
    }

    void sort(int first, int begin, Text out) {
        var order = new Integer[count - first];
        Arrays.setAll(order, i -> first + i);
        Arrays.sort(order, (a, b) -> compare(out.bytes, a, b));
        for (var i = 1; i < order.length; i++) {
            if (compare(out.bytes, order[i - 1], order[i]) == 0) {
                throw new Malformed("not canonical JSON: a key is there twice");
            }
        }
        var unsorted = Arrays.copyOfRange(out.bytes, begin, out.length);
        out.length = begin;
        for (var i = 0; i < order.length; i++) {
            if (i > 0) {
                out.put(',');
            }
            var place = order[i] * FIELDS;
            out.put(unsorted, places[place] - begin, places[place + 2] - begin);
        }
    }
}
