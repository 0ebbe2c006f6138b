package vn.hocvu.platform.auditchain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the keeper of a log has signed, numbered from 0. */
public sealed interface SignedEntry {
    long number();

    /** Leaves of the log when it was signed. */
    long size();

    Instant time();

    /** One line of canonical JSON. */
    default String json() {
        return json(null);
    }

    /** The same with the leaves that the log got since the checkpoint before, as copies outside the database have it. */
    String json(@Nullable List<LogLeaf> leaves);

    /** A checkpoint with its signature. */
    record SignedCheckpoint(long number, Checkpoint checkpoint, String signature) implements SignedEntry {
        public static SignedCheckpoint by(SigningKey key, long number, Checkpoint checkpoint) {
            return new SignedCheckpoint(number, checkpoint, key.sign(checkpoint.signed()));
        }

        @Override
        public long size() {
            return checkpoint.size();
        }

        @Override
        public Instant time() {
            return checkpoint.time();
        }

        @Override
        public String json(@Nullable List<LogLeaf> leaves) {
            var text = new Text().put("{\"checkpoint\":");
            checkpoint.write(text);
            LogLeaf.write(leaves, text);
            text.put(",\"number\":").put(Long.toString(number));
            text.put(",\"signature\":").string(signature).put('}');
            return new String(text.copy(), StandardCharsets.UTF_8);
        }
    }

    /**
     * A key change with both signatures.
     *
     * @param byOld absent for the first key
     */
    record SignedKeyChange(
            long number,
            KeyChange change,
            String byNew,
            @Nullable String byOld) implements SignedEntry {
        public static SignedKeyChange by(
                @Nullable SigningKey oldKey, SigningKey newKey, long number, KeyChange change) {
            return new SignedKeyChange(
                    number, change, newKey.sign(change.signed()), oldKey == null ? null : oldKey.sign(change.signed()));
        }

        @Override
        public long size() {
            return change.size();
        }

        @Override
        public Instant time() {
            return change.time();
        }

        @Override
        public String json(@Nullable List<LogLeaf> leaves) {
            var text = new Text().put("{\"keyChange\":");
            change.write(text);
            text.put(",\"number\":").put(Long.toString(number));
            text.put(",\"signatures\":{\"new\":").string(byNew);
            if (byOld != null) {
                text.put(",\"old\":").string(byOld);
            }
            return new String(text.put("}}").copy(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Reads a line.
     *
     * @throws Malformed if it is not such an entry
     */
    static SignedEntry read(String json) {
        return read(JsonPart.read(json));
    }

    static SignedEntry read(JsonPart part) {
        var number = part.member("number").number();
        var checkpoint = part.find("checkpoint");
        if (checkpoint != null) {
            return new SignedCheckpoint(
                    number,
                    Checkpoint.read(checkpoint),
                    part.member("signature").text());
        }
        var signatures = part.member("signatures");
        var old = signatures.find("old");
        return new SignedKeyChange(
                number,
                KeyChange.read(part.member("keyChange")),
                signatures.member("new").text(),
                old == null ? null : old.text());
    }
}
