package vn.hocvu.platform.auditchain;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.auditchain.Problem.Kind;

/**
 * Verifies an exported store line by line: the chain of every aggregate, the log, the signatures, and the copy outside the
 * database if there is one. Holds one hash per aggregate, whatever the length of the store. Belongs to one thread.
 */
public final class TrailVerifier implements AutoCloseable {
    private static final int MOST_KEPT = 100;
    private static final int MOST_MISSING = 1_000;

    private final Text text = new Text();
    private final CanonicalJson json = new CanonicalJson(text, true);
    private final TrailHash hashes = new TrailHash();
    private final MerkleLog log = new MerkleLog();
    private final Map<String, Tip> tips = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final SignedChain chain = new SignedChain("the log", this::report);
    private final @Nullable VerifyingKey trusted;
    private final @Nullable CopyBeside copy;
    private long problemCount;
    private long nextLeaf;
    private long events;
    private long entries;
    private @Nullable Header header;
    private boolean ended;

    /** Where the history of an aggregate has come to. */
    private record Tip(long sequence, Hash hash) {}

    /** What the exporter said of the store. */
    private record Header(String origin, Instant exportedAt, long leaves, Waiting waiting) {
        static Header read(JsonPart part) {
            if (!part.member("format").text().equals(StoreExport.FORMAT)) {
                throw new Malformed("this is not " + StoreExport.FORMAT + " but "
                        + part.member("format").text());
            }
            return new Header(
                    part.member("origin").text(),
                    Instants.of(part.member("exportedAt")),
                    part.member("leaves").number(),
                    Waiting.read(part.member("read").number(), part.member("waiting")));
        }
    }

    /**
     * Begins a verification.
     *
     * @param trusted the key as published, absent to take it from the file
     * @param outside the copy outside the database, if there is one
     */
    public TrailVerifier(@Nullable VerifyingKey trusted, @Nullable OutsideCopy outside) throws IOException {
        this.trusted = trusted;
        this.copy = outside == null ? null : new CopyBeside(outside, this::report);
    }

    private void report(Problem problem) {
        problemCount++;
        if (problems.size() < MOST_KEPT) {
            problems.add(problem);
        }
    }

    /** Takes the next line, without its end. */
    public void accept(byte[] line, int length) throws IOException {
        text.clear();
        try {
            json.append(line, 0, length);
            follow(json.added(0));
        } catch (Malformed e) {
            report(new Problem(Kind.UNREADABLE, null, -1, nextLeaf, String.valueOf(e.getMessage())));
        }
    }

    private void follow(JsonPart line) throws IOException {
        var leaf = line.find("leaf");
        if (leaf != null) {
            logged(line, leaf);
        } else if (line.find("position") != null) {
            notLogged(line);
        } else if (line.find("number") != null) {
            signed(SignedEntry.read(line));
        } else if (line.find("export") != null) {
            header = Header.read(line.member("export"));
        } else {
            ended = line.member("end").member("leaves").number() == nextLeaf
                    && line.member("end").member("entries").number() == entries;
        }
    }

    private void logged(JsonPart line, JsonPart leaf) throws IOException {
        var place = leaf.member("index").number();
        var claimed = new LogLeaf(
                leaf.member("aggregate").text(),
                leaf.member("sequence").number(),
                leaf.member("hash").hash());
        if (place < nextLeaf) {
            report(at(Kind.LOG_DIFFERS, claimed, place, "stands twice in the log"));
            return;
        }
        missing(place);
        var outside = copy == null ? null : copy.leaf(place);
        var truth = outside == null ? claimed : outside;
        if (!truth.equals(claimed)) {
            report(at(
                    Kind.LOG_DIFFERS,
                    truth,
                    place,
                    "the log of the store has aggregate " + claimed.aggregate() + ", sequence " + claimed.sequence()
                            + " here, or another hash of it"));
        } else {
            compare(line, truth, place);
        }
        log.add(truth.hash());
        tips.put(truth.aggregate(), new Tip(truth.sequence(), truth.hash()));
        nextLeaf = place + 1;
    }

    /** Leaves that should have come before this place. */
    private void missing(long place) throws IOException {
        for (var number = 0; nextLeaf < place && number < MOST_MISSING; number++, nextLeaf++) {
            var outside = copy == null ? null : copy.leaf(nextLeaf);
            if (outside == null) {
                report(new Problem(Kind.LOG_DIFFERS, null, -1, nextLeaf, "the leaf is missing"));
            } else {
                report(at(Kind.LOG_DIFFERS, outside, nextLeaf, "the leaf is missing"));
                log.add(outside.hash());
                tips.put(outside.aggregate(), new Tip(outside.sequence(), outside.hash()));
            }
        }
        nextLeaf = place;
    }

    /** The event of a leaf that the log has rightly. */
    private void compare(JsonPart line, LogLeaf truth, long place) {
        var tip = tips.get(truth.aggregate());
        var expected = tip == null ? 0 : tip.sequence() + 1;
        if (truth.sequence() > expected) {
            report(new Problem(
                    Kind.BROKEN_SEQUENCE,
                    truth.aggregate(),
                    expected,
                    place,
                    "is missing: sequence " + truth.sequence() + " follows"));
            return;
        }
        if (truth.sequence() < expected) {
            report(at(Kind.BROKEN_SEQUENCE, truth, place, "has been there before"));
            return;
        }
        var event = line.find("event");
        if (event == null) {
            var unreadable = line.find("unreadable");
            report(
                    unreadable == null
                            ? at(Kind.REMOVED, truth, place, "the event is not in the store any more")
                            : at(Kind.CHANGED, truth, place, unreadable.text()));
            return;
        }
        events++;
        compare(event, line, truth, tip == null ? Hash.BEGINNING : tip.hash(), place);
    }

    private void compare(JsonPart event, JsonPart line, LogLeaf truth, Hash previous, long place) {
        if (event.member("sequence").number() != truth.sequence()
                || !event.member("aggregate").text().equals(truth.aggregate())) {
            report(at(Kind.REWRITTEN, truth, place, "another event stands in its place"));
            return;
        }
        var computed = hashes.event(previous, event.bytes(), event.from(), event.to());
        if (!computed.equals(truth.hash())) {
            report(at(Kind.CHANGED, truth, place, "the event does not have the content that was signed"));
            return;
        }
        var stored = line.find("hash");
        if (stored == null || !stored.hash().equals(truth.hash())) {
            report(at(Kind.REWRITTEN, truth, place, "the store keeps another hash of the event than the log"));
        }
    }

    private static Problem at(Kind kind, LogLeaf leaf, long place, String sentence) {
        return new Problem(kind, leaf.aggregate(), leaf.sequence(), place, sentence);
    }

    /** An event that the log has not come to, or will never come to. */
    private void notLogged(JsonPart line) {
        var position = line.member("position").number();
        var event = line.find("event");
        var aggregate = event == null ? null : event.member("aggregate").text();
        var sequence = event == null ? -1 : event.member("sequence").number();
        if (event == null || aggregate == null) {
            report(Problem.of(Kind.CHANGED, line.member("unreadable").text()));
            return;
        }
        if (header != null && !header.waiting().mayStillCome(position)) {
            report(new Problem(
                    Kind.INSERTED, aggregate, sequence, -1, "the event was put in where the log had been already"));
            return;
        }
        events++;
        var tip = tips.get(aggregate);
        if (sequence != (tip == null ? 0 : tip.sequence() + 1)) {
            report(new Problem(
                    Kind.BROKEN_SEQUENCE,
                    aggregate,
                    sequence,
                    -1,
                    "does not follow sequence " + (tip == null ? -1 : tip.sequence())));
            return;
        }
        var computed = hashes.event(tip == null ? Hash.BEGINNING : tip.hash(), event.bytes(), event.from(), event.to());
        var stored = line.find("hash");
        if (stored == null || !stored.hash().equals(computed)) {
            report(new Problem(
                    Kind.CHANGED, aggregate, sequence, -1, "the event does not have the content of its hash"));
        }
        tips.put(aggregate, new Tip(sequence, computed));
    }

    private void signed(SignedEntry entry) throws IOException {
        entries++;
        chain.accept(entry, log.size() == entry.size() ? log.root() : Hash.BEGINNING);
        if (copy != null) {
            copy.compare(entry);
        }
    }

    /** What was found, once every line has been taken. */
    public Verdict finish() throws IOException {
        var origin = header == null ? null : header.origin();
        if (header != null && nextLeaf < header.leaves()) {
            missing(header.leaves());
        }
        if (!ended) {
            report(Problem.of(Kind.UNREADABLE, "the file is not complete"));
        }
        if (copy != null) {
            copy.requireNothingMore(chain.next(), nextLeaf, header == null ? null : header.exportedAt());
        }
        if (origin != null && chain.origin() != null && !origin.equals(chain.origin())) {
            report(Problem.of(Kind.BAD_SIGNATURE, "the signed entries belong to " + chain.origin()));
        }
        // A log without leaves has nothing to be signed yet.
        if (trusted != null && nextLeaf > 0 && !chain.keys().contains(trusted)) {
            report(Problem.of(Kind.BAD_SIGNATURE, "nothing is signed by " + trusted.id() + " but by " + chain.keys()));
        }
        return new Verdict(
                origin,
                header == null ? null : header.exportedAt(),
                events,
                nextLeaf,
                chain.size(),
                entries,
                chain.last().map(SignedEntry::time).orElse(null),
                chain.keys(),
                copy == null ? 0 : copy.compared(),
                problems,
                problemCount);
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            copy.close();
        }
    }
}
