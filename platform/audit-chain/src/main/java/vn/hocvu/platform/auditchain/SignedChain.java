package vn.hocvu.platform.auditchain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.auditchain.Problem.Kind;
import vn.hocvu.platform.auditchain.SignedEntry.SignedCheckpoint;
import vn.hocvu.platform.auditchain.SignedEntry.SignedKeyChange;

/** Follows the entries of one log from the first: each signed by the key of its time, each extending the one before. */
final class SignedChain {
    private final String name;
    private final Consumer<Problem> problems;
    private final List<VerifyingKey> keys = new ArrayList<>();
    private @Nullable String origin;
    private long next;
    private long size;
    private Hash root = new MerkleLog().root();
    private @Nullable SignedEntry last;

    /**
     * A chain from its beginning.
     *
     * @param name what problems call it
     */
    SignedChain(String name, Consumer<Problem> problems) {
        this.name = name;
        this.problems = problems;
    }

    /** Follows one entry; the log's root at its size is given if it is known. */
    void accept(SignedEntry entry, @Nullable Hash rootOfLog) {
        if (entry.number() != next) {
            report(entry, "number " + next + " was expected");
        }
        next = entry.number() + 1;
        var problem = switch (entry) {
            case SignedKeyChange change -> wrongWith(change);
            case SignedCheckpoint checkpoint -> wrongWith(checkpoint, rootOfLog);
        };
        problem.ifPresent(text -> report(entry, text));
        last = entry;
    }

    private Optional<String> wrongWith(SignedKeyChange entry) {
        var change = entry.change();
        var old = keys.isEmpty() ? null : keys.getLast();
        keys.add(change.newKey());
        if (!sameOrigin(change.origin())) {
            return Optional.of("it belongs to " + change.origin());
        }
        if (!Objects.equals(change.oldKeyId(), old == null ? null : old.id())) {
            return Optional.of("it replaces a key that did not sign until now");
        }
        if (!change.newKey().verifies(change.signed(), entry.byNew())) {
            return Optional.of("the new key has not signed it");
        }
        if (old != null && (entry.byOld() == null || !old.verifies(change.signed(), entry.byOld()))) {
            return Optional.of("the old key has not signed it");
        }
        return change.size() == size && change.root().equals(root)
                ? Optional.empty()
                : Optional.of("it does not follow the checkpoint before");
    }

    private Optional<String> wrongWith(SignedCheckpoint entry, @Nullable Hash rootOfLog) {
        var checkpoint = entry.checkpoint();
        var extendsLast = checkpoint.size() > size && checkpoint.previousRoot().equals(root);
        size = checkpoint.size();
        root = checkpoint.root();
        if (!sameOrigin(checkpoint.origin())) {
            return Optional.of("it belongs to " + checkpoint.origin());
        }
        if (keys.isEmpty() || !keys.getLast().id().equals(checkpoint.keyId())) {
            return Optional.of("it names a foreign key, " + checkpoint.keyId());
        }
        if (!keys.getLast().verifies(checkpoint.signed(), entry.signature())) {
            return Optional.of("its signature is not by " + checkpoint.keyId());
        }
        if (!extendsLast) {
            return Optional.of("it does not extend the checkpoint before");
        }
        if (rootOfLog != null && !rootOfLog.equals(checkpoint.root())) {
            problems.accept(Problem.of(
                    Kind.LOG_DIFFERS,
                    "the first " + size + " leaves of " + name + " are not those that entry " + entry.number()
                            + " was signed for"));
        }
        return Optional.empty();
    }

    private boolean sameOrigin(String named) {
        if (origin == null) {
            origin = named;
        }
        return origin.equals(named);
    }

    private void report(SignedEntry entry, String text) {
        problems.accept(Problem.of(Kind.BAD_SIGNATURE, "entry " + entry.number() + " of " + name + ": " + text));
    }

    List<VerifyingKey> keys() {
        return keys;
    }

    long size() {
        return size;
    }

    /** Number of the entry that would come next. */
    long next() {
        return next;
    }

    @Nullable
    String origin() {
        return origin;
    }

    Optional<SignedEntry> last() {
        return Optional.ofNullable(last);
    }
}
