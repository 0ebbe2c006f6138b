package vn.hocvu.platform.auditchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.auditchain.Problem.Kind;
import vn.hocvu.platform.auditchain.SignedEntry.SignedCheckpoint;
import vn.hocvu.platform.auditchain.SignedEntry.SignedKeyChange;

/** Verifies an {@link Evidence} package: every file as listed, every event as hashed, every path up to what was signed. */
final class EvidenceVerifier {
    private static final long LARGEST = 256L << 20;
    private static final int MOST_FILES = 200;

    private final Map<String, byte[]> files;
    private final @Nullable VerifyingKey trusted;
    private final List<Problem> problems = new ArrayList<>();
    private final List<VerifyingKey> keys = new ArrayList<>();

    private EvidenceVerifier(Map<String, byte[]> files, @Nullable VerifyingKey trusted) {
        this.files = files;
        this.trusted = trusted;
    }

    static boolean isEvidence(ZipFile zip) {
        return zip.getEntry(Evidence.PROOF) != null;
    }

    /** Verifies a file; what cannot be read is a problem like any other. */
    static Verdict verify(Path file, @Nullable VerifyingKey trusted) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return new EvidenceVerifier(contents(zip), trusted).verdict();
        } catch (ZipException | Malformed e) {
            return new Verdict(
                    null, null, 0, 0, 0, 0, null, List.of(), 0, List.of(Problem.of(Kind.UNREADABLE, e.toString())), 1);
        }
    }

    private static Map<String, byte[]> contents(ZipFile zip) throws IOException {
        if (zip.size() > MOST_FILES) {
            throw new Malformed("more than " + MOST_FILES + " files");
        }
        var files = new TreeMap<String, byte[]>();
        var room = LARGEST;
        for (var entry : zip.stream().toList()) {
            try (var in = zip.getInputStream(entry)) {
                var content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, room + 1));
                room -= content.length;
                if (room < 0) {
                    throw new Malformed("larger than " + LARGEST + " bytes");
                }
                if (files.put(entry.getName(), content) != null) {
                    throw new Malformed(entry.getName() + " is there twice");
                }
            }
        }
        return files;
    }

    private Verdict verdict() {
        var events = part(Evidence.EVENTS);
        var proof = part(Evidence.PROOF);
        var origin = events.member("origin").text();
        followKeys(proof.member("keys").elements(), origin);
        requireListed(part(Evidence.MANIFEST), origin);
        var checkpoint = checkpoint(proof.member("checkpoint"), origin);
        var proven = events.member("events").elements();
        var paths = proof.member("proofs").elements();
        if (proven.size() != paths.size()) {
            problems.add(Problem.of(Kind.REMOVED, proven.size() + " events, but " + paths.size() + " proofs"));
        }
        var tips = new HashMap<String, JsonPart>();
        for (var i = 0; i < Math.min(proven.size(), paths.size()); i++) {
            prove(proven.get(i), paths.get(i), checkpoint, tips);
        }
        return new Verdict(
                origin,
                null,
                proven.size(),
                0,
                checkpoint.size(),
                1,
                checkpoint.time(),
                keys,
                0,
                problems,
                problems.size());
    }

    private JsonPart part(String name) {
        var content = files.get(name);
        if (content == null) {
            throw new Malformed(name + " is missing");
        }
        return JsonPart.read(content, content.length);
    }

    private void followKeys(List<JsonPart> entries, String origin) {
        for (var part : entries) {
            if (!(SignedEntry.read(part) instanceof SignedKeyChange entry)) {
                throw new Malformed("only key changes belong here");
            }
            var change = entry.change();
            var old = keys.isEmpty() ? null : keys.getLast();
            var byOld = entry.byOld();
            var follows = old == null
                    ? change.oldKeyId() == null
                    : old.id().equals(change.oldKeyId()) && byOld != null && old.verifies(change.signed(), byOld);
            if (!follows
                    || !change.newKey().verifies(change.signed(), entry.byNew())
                    || !change.origin().equals(origin)) {
                problems.add(
                        Problem.of(Kind.BAD_SIGNATURE, "the key " + change.newKey() + " was not introduced properly"));
            }
            keys.add(change.newKey());
        }
        if (trusted != null && !keys.contains(trusted)) {
            problems.add(Problem.of(Kind.BAD_SIGNATURE, "nothing is signed by " + trusted.id() + " but by " + keys));
        }
    }

    private Checkpoint checkpoint(JsonPart part, String origin) {
        if (!(SignedEntry.read(part) instanceof SignedCheckpoint entry)) {
            throw new Malformed("a checkpoint is missing");
        }
        var checkpoint = entry.checkpoint();
        if (!checkpoint.origin().equals(origin)
                || !signedBy(checkpoint.keyId(), checkpoint.signed(), entry.signature())) {
            problems.add(Problem.of(
                    Kind.BAD_SIGNATURE, "the checkpoint of " + checkpoint.origin() + " is not signed by its key"));
        }
        return checkpoint;
    }

    private boolean signedBy(String keyId, byte[] content, String signature) {
        return keys.stream().anyMatch(key -> key.id().equals(keyId) && key.verifies(content, signature));
    }

    private void requireListed(JsonPart signed, String origin) {
        var manifest = signed.member("manifest");
        var content = Keys.join(Evidence.PURPOSE.getBytes(StandardCharsets.US_ASCII), manifest.copy());
        if (!manifest.member("origin").text().equals(origin)
                || !signedBy(
                        manifest.member("keyId").text(),
                        content,
                        signed.member("signature").text())) {
            problems.add(Problem.of(Kind.BAD_SIGNATURE, "the list of files is not signed by a key of the log"));
        }
        var listed = manifest.member("files");
        files.forEach((name, bytes) -> {
            var digest = listed.find(name);
            if (!name.equals(Evidence.MANIFEST)
                    && (digest == null
                            || !digest.text().equals(TrailHash.plain(bytes).toString()))) {
                problems.add(Problem.of(Kind.CHANGED, "the file " + name + " is not the one that was put in"));
            }
        });
    }

    private void prove(JsonPart proven, JsonPart path, Checkpoint checkpoint, Map<String, JsonPart> tips) {
        var event = proven.member("event");
        var aggregate = event.member("aggregate").text();
        var sequence = event.member("sequence").number();
        var leaf = path.member("leaf").number();
        var previous = proven.member("previousHash").hash();
        var hash = proven.member("hash").hash();
        var computed = new TrailHash().event(previous, event.bytes(), event.from(), event.to());
        var before = tips.put(aggregate, proven);
        if (!hash.equals(computed)) {
            problems.add(new Problem(
                    Kind.CHANGED, aggregate, sequence, leaf, "the event does not have the content of its hash"));
        } else if (before != null && !follows(before, sequence, previous)) {
            problems.add(new Problem(
                    Kind.BROKEN_SEQUENCE, aggregate, sequence, leaf, "does not follow the event before it"));
        } else if (!isInLog(path, leaf, checkpoint, hash)) {
            problems.add(new Problem(
                    Kind.LOG_DIFFERS, aggregate, sequence, leaf, "the path does not lead to what was signed"));
        }
    }

    /** The event before in this package is the one directly before, or one further back. */
    private static boolean follows(JsonPart before, long sequence, Hash previous) {
        var last = before.member("event").member("sequence").number();
        return sequence == last + 1 ? before.member("hash").hash().equals(previous) : sequence > last;
    }

    private static boolean isInLog(JsonPart path, long leaf, Checkpoint checkpoint, Hash hash) {
        if (leaf < 0 || leaf >= checkpoint.size()) {
            return false;
        }
        var siblings =
                path.member("path").elements().stream().map(JsonPart::hash).toList();
        return new InclusionProof(leaf, checkpoint.size(), siblings).leadsTo(checkpoint.root(), hash);
    }
}
