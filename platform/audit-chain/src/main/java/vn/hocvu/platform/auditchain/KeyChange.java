package vn.hocvu.platform.auditchain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From here on another key signs; the first entry of every log introduces its first key.
 *
 * @param size     leaves of the last checkpoint before
 * @param root     root of the last checkpoint before
 * @param oldKeyId key that signed until now, absent for the first
 */
public record KeyChange(
        String origin,
        long size,
        Hash root,
        Instant time,
        @Nullable String oldKeyId,
        VerifyingKey newKey) {
    private static final String PURPOSE = "vn.hocvu.key-change.v1\n";

    void write(Text text) {
        text.put("{\"newKey\":").string(newKey.text());
        text.put(",\"newKeyId\":").string(newKey.id());
        text.put(",\"oldKeyId\":");
        if (oldKeyId == null) {
            text.put("null");
        } else {
            text.string(oldKeyId);
        }
        text.put(",\"origin\":").string(origin);
        text.put(",\"root\":\"").hex(root);
        text.put("\",\"size\":").put(Long.toString(size));
        text.put(",\"time\":").string(time.toString()).put('}');
    }

    static KeyChange read(JsonPart part) {
        var old = part.member("oldKeyId");
        var change = new KeyChange(
                part.member("origin").text(),
                part.member("size").number(),
                part.member("root").hash(),
                Instants.of(part.member("time")),
                old.raw().equals("null") ? null : old.text(),
                VerifyingKey.of(part.member("newKey").text()));
        if (!part.member("newKeyId").text().equals(change.newKey().id())) {
            throw new Malformed("the id of a key does not belong to the key");
        }
        return change;
    }

    byte[] signed() {
        var text = new Text().put(PURPOSE);
        write(text);
        return text.copy();
    }
}
