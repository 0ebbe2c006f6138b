package vn.hocvu.platform.auditchain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event in the log: which one it is, and its hash. */
public record LogLeaf(String aggregate, long sequence, Hash hash) {
    static void write(@Nullable List<LogLeaf> leaves, Text text) {
        if (leaves == null) {
            return;
        }
        text.put(",\"leaves\":[");
        for (var i = 0; i < leaves.size(); i++) {
            var leaf = leaves.get(i);
            text.put(i == 0 ? "[" : ",[").string(leaf.aggregate());
            text.put(",\"").hex(leaf.hash()).put("\",").put(Long.toString(leaf.sequence()));
            text.put(']');
        }
        text.put(']');
    }

    static List<LogLeaf> read(JsonPart entry) {
        var leaves = entry.find("leaves");
        return leaves == null
                ? List.of()
                : leaves.elements().stream().map(LogLeaf::leaf).toList();
    }

    private static LogLeaf leaf(JsonPart part) {
        var fields = part.elements();
        if (fields.size() != 3) {
            throw new Malformed("a leaf has three fields");
        }
        return new LogLeaf(
                fields.get(0).text(), fields.get(2).number(), fields.get(1).hash());
    }
}
