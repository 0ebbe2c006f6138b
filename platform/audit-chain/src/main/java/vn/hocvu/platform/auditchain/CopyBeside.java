package vn.hocvu.platform.auditchain;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.auditchain.Problem.Kind;

/** Walks through the copy outside the database beside a store's log, checking the copy itself on the way. */
final class CopyBeside implements AutoCloseable {
    private final OutsideCopy.Reader reader;
    private final SignedChain chain;
    private final MerkleLog log = new MerkleLog();
    private final Consumer<Problem> problems;
    private final ArrayDeque<LogLeaf> leaves = new ArrayDeque<>();
    private final Map<Long, OutsideCopy.Reader.Line> read = new HashMap<>();
    private long nextLeaf;
    private long compared;
    private boolean ended;

    CopyBeside(OutsideCopy copy, Consumer<Problem> problems) throws IOException {
        this.reader = copy.read();
        this.problems = problems;
        this.chain = new SignedChain("the copy", problems);
    }

    /** The leaf at a place, asked for in rising order; absent where the copy ends before it. */
    @Nullable
    LogLeaf leaf(long place) throws IOException {
        while (nextLeaf < place || leaves.isEmpty()) {
            if (leaves.isEmpty()) {
                if (readLine() == null) {
                    return null;
                }
            } else {
                leaves.remove();
                nextLeaf++;
            }
        }
        return nextLeaf == place ? leaves.peek() : null;
    }

    private OutsideCopy.Reader.@Nullable Line readLine() throws IOException {
        var line = ended ? null : reader.next();
        if (line == null) {
            ended = true;
            return null;
        }
        line.leaves().forEach(leaf -> log.add(leaf.hash()));
        leaves.addAll(line.leaves());
        chain.accept(line.entry(), log.size() == line.entry().size() ? log.root() : Hash.BEGINNING);
        read.put(line.entry().number(), line);
        return line;
    }

    /** Compares an entry of the store with the copy's of the same number. */
    void compare(SignedEntry entry) throws IOException {
        while (!read.containsKey(entry.number()) && chain.next() <= entry.number() && readLine() != null) {
            // reads on until the copy has come as far
        }
        var line = read.remove(entry.number());
        if (line == null) {
            return;
        }
        compared++;
        if (!line.json().equals(entry.json())) {
            problems.accept(Problem.of(
                    Kind.BAD_SIGNATURE,
                    "entry " + entry.number() + " is not the one in the copy outside the database"));
        }
    }

    /** Reports what the copy had when the store was read, and the store did not. */
    void requireNothingMore(long nextEntry, long size, @Nullable Instant exportedAt) throws IOException {
        while (readLine() != null) {
            // to the end
        }
        var missing = read.values().stream()
                .filter(line -> line.entry().number() >= nextEntry)
                .filter(line -> exportedAt == null || !line.entry().time().isAfter(exportedAt))
                .map(OutsideCopy.Reader.Line::entry)
                .mapToLong(SignedEntry::number)
                .min();
        if (missing.isEmpty()) {
            return;
        }
        var leaf = leaf(size);
        var text = "the store ends before entry " + missing.getAsLong() + ", which had been signed when it was read";
        problems.accept(
                leaf == null
                        ? Problem.of(Kind.LOG_CUT, text)
                        : new Problem(Kind.LOG_CUT, leaf.aggregate(), leaf.sequence(), size, "is missing; " + text));
    }

    long compared() {
        return compared;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
