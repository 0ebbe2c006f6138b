package vn.hocvu.platform.eventstore.trail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.auditchain.Checkpoint;
import vn.hocvu.platform.auditchain.Hash;
import vn.hocvu.platform.auditchain.KeyChange;
import vn.hocvu.platform.auditchain.MerkleLog;
import vn.hocvu.platform.auditchain.SignedEntry;
import vn.hocvu.platform.auditchain.SignedEntry.SignedCheckpoint;
import vn.hocvu.platform.auditchain.SignedEntry.SignedKeyChange;

/** Signs what the log has become, in the transaction that holds it; refuses where it would contradict what was signed. */
final class LogSigner {
    private static final Logger log = LoggerFactory.getLogger(LogSigner.class);

    private final JdbcClient jdbc;
    private final TrailKeys keys;
    private final KeptCopy copy;
    private final TrailSettings settings;
    private final Clock clock;
    private volatile @Nullable String refusal;
    private boolean compared;

    LogSigner(JdbcClient jdbc, TrailKeys keys, KeptCopy copy, TrailSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.copy = copy;
        this.settings = settings;
        this.clock = clock;
    }

    /** Signs a checkpoint when there are enough leaves, or enough time has passed. */
    void signIfDue(LogRow row) {
        var signedAt = row.signedAt();
        var fresh = row.log().size() - row.signedSize();
        var due = fresh >= settings.checkpointLeaves()
                || (fresh > 0
                        && (signedAt == null || !clock.instant().isBefore(signedAt.plus(settings.checkpointEvery()))));
        if (due) {
            sign(row);
        } else if (!compared) {
            // Whether it may sign is known from the start, not only when it is time to.
            var unused = maySign(row);
        }
    }

    /** Signs now, if anything is not signed yet. */
    void sign(LogRow row) {
        if (row.log().size() == row.signedSize() || !maySign(row)) {
            return;
        }
        var key = keys.current().orElseThrow();
        var number = row.nextEntry();
        var time = row.latest();
        if (!key.publicHalf().id().equals(row.keyId())) {
            time = after(time);
            keep(SignedKeyChange.by(
                    row.keyId() == null ? null : keys.previous().orElseThrow(),
                    key,
                    number++,
                    new KeyChange(
                            settings.origin(),
                            row.signedSize(),
                            signedRoot(row),
                            time,
                            row.keyId(),
                            key.publicHalf())));
        }
        time = after(time);
        var root = row.log().root();
        keep(SignedCheckpoint.by(
                key,
                number++,
                new Checkpoint(
                        settings.origin(),
                        row.log().size(),
                        root,
                        time,
                        signedRoot(row),
                        key.publicHalf().id())));
        jdbc.sql("UPDATE audit_log SET signed_size = size, signed_root = ?, signed_at = ?, key_id = ?, next_entry = ?,"
                        + " latest = ?")
                .params(root.bytes(), Timestamp.from(time), key.publicHalf().id(), number, Timestamp.from(time))
                .update();
    }

    private static Hash signedRoot(LogRow row) {
        var root = row.signedRoot();
        return root == null ? new MerkleLog().root() : root;
    }

    /** Later than anything said before, whatever the clock does. */
    private Instant after(Instant latest) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var next = latest.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        return now.isBefore(next) ? next : now;
    }

    private void keep(SignedEntry entry) {
        jdbc.sql("INSERT INTO audit_entry (number, size, entry) VALUES (?, ?, ?)")
                .params(entry.number(), entry.size(), entry.json())
                .update();
    }

    private boolean maySign(LogRow row) {
        var current = keys.current();
        if (current.isEmpty()) {
            return refuse("no key is configured (hocvu.audit.key)", false);
        }
        var id = current.get().publicHalf().id();
        if (row.keyId() != null
                && !row.keyId().equals(id)
                && keys.previous()
                        .filter(k -> k.publicHalf().id().equals(row.keyId()))
                        .isEmpty()) {
            return refuse(
                    "the log is signed by " + row.keyId() + ", not by the configured key " + id
                            + "; a change needs the previous key too (hocvu.audit.previous-key)",
                    true);
        }
        if (!compared) {
            var contradiction = copy.contradiction();
            if (contradiction.isPresent()) {
                return refuse(contradiction.get(), true);
            }
            compared = true;
        }
        refusal = null;
        return true;
    }

    private boolean refuse(String reason, boolean alarming) {
        if (!reason.equals(refusal)) {
            refusal = reason;
            var event = alarming ? log.atError() : log.atWarn();
            event.addKeyValue("origin", settings.origin())
                    .addKeyValue("reason", reason)
                    .log("The trail is not signed; see docs/audit-chain.md");
        }
        return false;
    }

    /** Why nothing is signed, if it is so. */
    @Nullable
    String refusal() {
        return refusal;
    }

    /** Whether signing would contradict what was signed. */
    boolean contradicts() {
        return refusal != null && keys.current().isPresent();
    }
}
