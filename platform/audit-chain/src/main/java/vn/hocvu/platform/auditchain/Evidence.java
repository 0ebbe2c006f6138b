package vn.hocvu.platform.auditchain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.hocvu.platform.auditchain.SignedEntry.SignedCheckpoint;
import vn.hocvu.platform.auditchain.SignedEntry.SignedKeyChange;

/**
 * A package that proves some events to somebody without the store: the events, the path of each to a signed checkpoint,
 * and whatever people want to read.
 *
 * @param origin     whose log it is
 * @param events     in the order of the log
 * @param checkpoint covers all of them
 * @param keys       every key change of the log
 * @param readable   files for people, by name, for example {@code trail.pdf}
 */
public record Evidence(
        String origin,
        Instant madeAt,
        List<Proven> events,
        SignedCheckpoint checkpoint,
        List<SignedKeyChange> keys,
        Map<String, byte[]> readable) {
    static final String EVENTS = "events.json";
    static final String PROOF = "proof.json";
    static final String MANIFEST = "manifest.json";
    static final String PURPOSE = "vn.hocvu.evidence.v1\n";

    public Evidence {
        events = List.copyOf(events);
        keys = List.copyOf(keys);
        readable = Map.copyOf(readable);
        for (var name : readable.keySet()) {
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
                    || List.of(EVENTS, PROOF, MANIFEST).contains(name)) {
                throw new IllegalArgumentException("not a name for a readable part: " + name);
            }
        }
    }

    /**
     * One event with its proof.
     *
     * @param previousHash hash of the aggregate's event before
     */
    public record Proven(EventForm.Stored event, Hash hash, Hash previousHash, InclusionProof proof) {}

    /** Writes the package as a zip, its list of contents signed. */
    public void write(OutputStream out, SigningKey key) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(EVENTS, eventsJson());
        files.put(PROOF, proofJson());
        files.putAll(new TreeMap<>(readable));
        files.put(MANIFEST, manifestJson(files, key));
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var file : files.entrySet()) {
            var entry = new ZipEntry(file.getKey());
            entry.setTime(madeAt.toEpochMilli());
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    private byte[] eventsJson() {
        var text = new Text();
        var json = new CanonicalJson(text, true);
        text.put("{\"events\":[");
        for (var i = 0; i < events.size(); i++) {
            var proven = events.get(i);
            EventForm.write(proven.event(), text.put(i == 0 ? "\n{\"event\":" : ",\n{\"event\":"), json);
            text.put(",\"hash\":\"").hex(proven.hash());
            text.put("\",\"previousHash\":\"").hex(proven.previousHash()).put("\"}");
        }
        return text.put("\n],\"origin\":").string(origin).put("}\n").copy();
    }

    private byte[] proofJson() {
        var text = new Text().put("{\"checkpoint\":");
        put(text, checkpoint.json());
        text.put(",\n\"keys\":[");
        for (var i = 0; i < keys.size(); i++) {
            put(text.put(i == 0 ? "\n" : ",\n"), keys.get(i).json());
        }
        text.put("],\n\"proofs\":[");
        for (var i = 0; i < events.size(); i++) {
            var proof = events.get(i).proof();
            text.put(i == 0 ? "\n" : ",\n").put("{\"leaf\":").put(Long.toString(proof.leaf()));
            text.put(",\"path\":[");
            for (var j = 0; j < proof.path().size(); j++) {
                text.put(j == 0 ? "\"" : ",\"").hex(proof.path().get(j)).put('"');
            }
            text.put("]}");
        }
        return text.put("]}\n").copy();
    }

    private static void put(Text text, String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        text.put(bytes, 0, bytes.length);
    }

    private byte[] manifestJson(Map<String, byte[]> files, SigningKey key) {
        var manifest = new Text().put("{\"files\":{");
        var digests = new TreeMap<String, String>();
        files.forEach(
                (name, content) -> digests.put(name, TrailHash.plain(content).toString()));
        var first = true;
        for (var digest : digests.entrySet()) {
            manifest.put(first ? "" : ",").string(digest.getKey()).put(':').string(digest.getValue());
            first = false;
        }
        manifest.put("},\"keyId\":").string(key.publicHalf().id());
        manifest.put(",\"madeAt\":").string(madeAt.toString());
        var body = manifest.put(",\"origin\":").string(origin).put('}').copy();
        var signature = key.sign(Keys.join(PURPOSE.getBytes(StandardCharsets.US_ASCII), body));
        return new Text()
                .put("{\"manifest\":")
                .put(body, 0, body.length)
                .put(",\"signature\":")
                .string(signature)
                .put("}\n")
                .copy();
    }
}
