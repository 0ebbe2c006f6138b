package vn.hocvu.platform.auditchain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What the keeper of a log vouches for at one moment: so many leaves, with this root.
 *
 * @param origin       whose log it is, for example {@code planning-service}
 * @param size         leaves
 * @param previousRoot root of the checkpoint before; of the first the root of an empty log
 * @param keyId        key that it is signed with
 */
public record Checkpoint(String origin, long size, Hash root, Instant time, Hash previousRoot, String keyId) {
    private static final String PURPOSE = "vn.hocvu.checkpoint.v1\n";

    void write(Text text) {
        text.put("{\"keyId\":").string(keyId);
        text.put(",\"origin\":").string(origin);
        text.put(",\"previousRoot\":\"").hex(previousRoot);
        text.put("\",\"root\":\"").hex(root);
        text.put("\",\"size\":").put(Long.toString(size));
        text.put(",\"time\":").string(time.toString()).put('}');
    }

    static Checkpoint read(JsonPart part) {
        return new Checkpoint(
                part.member("origin").text(),
                part.member("size").number(),
                part.member("root").hash(),
                Instants.of(part.member("time")),
                part.member("previousRoot").hash(),
                part.member("keyId").text());
    }

    /** What is signed: the purpose, so that no signature serves another, then the canonical JSON. */
    byte[] signed() {
        var text = new Text().put(PURPOSE);
        write(text);
        return text.copy();
    }

    @Override
    public String toString() {
        var text = new Text();
        write(text);
        return new String(text.copy(), StandardCharsets.UTF_8);
    }
}
