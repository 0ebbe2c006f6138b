package vn.hocvu.platform.eventstore.trail;

import java.util.Comparator;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocvu.platform.auditchain.Hash;

/**
 * Adds stored events to the log in the order of their positions, and misses none: a position that was passed by is looked at
 * again until no transaction can fill it any more. Events do not leave the database for it, only their hashes.
 */
final class LogReader {
    /** Limited inside as well, so that the server always goes by the index and never over the whole store. */
    private static final String READ = """
        WITH found AS (
            (SELECT global_index, aggregate_identifier, sequence_number, hash FROM domain_event_entry
             WHERE global_index > ? ORDER BY global_index LIMIT ?)
            UNION ALL
            SELECT e.* FROM unnest(?::bigint[], ?::bigint[]) gap(first, last) CROSS JOIN LATERAL
                (SELECT global_index, aggregate_identifier, sequence_number, hash FROM domain_event_entry
                 WHERE global_index BETWEEN gap.first AND gap.last ORDER BY global_index LIMIT ?) e),
        next AS (SELECT * FROM found ORDER BY global_index LIMIT ?)
        INSERT INTO audit_leaf (leaf, position, aggregate_identifier, sequence_number, hash)
        SELECT ? - 1 + row_number() OVER (ORDER BY global_index), global_index, aggregate_identifier, sequence_number,
            coalesce(hash, '\\x0000000000000000000000000000000000000000000000000000000000000000'::bytea)
        FROM next
        RETURNING leaf, position, hash
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LogSigner signer;
    private final int most;
    private final long transactionLimit;

    LogReader(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            LogSigner signer,
            TrailSettings settings,
            long transactionLimit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.signer = signer;
        this.most = settings.checkpointLeaves();
        this.transactionLimit = transactionLimit;
    }

    private record Leaf(long leaf, long position, Hash hash) {}

    /**
     * Takes up some events, and signs when it is time, unless another replica is at it.
     *
     * @return whether there may be more at once
     */
    boolean advance() {
        return Boolean.TRUE.equals(transaction.execute(
                status -> LogRow.holdIfFree(jdbc).map(this::advance).orElse(false)));
    }

    /** Takes up everything that waits, and signs it all, whoever else is at it. */
    void finish() {
        while (Boolean.TRUE.equals(transaction.execute(status -> advance(LogRow.hold(jdbc))))) {
            // until nothing waits
        }
        transaction.executeWithoutResult(status -> signer.sign(LogRow.hold(jdbc).row()));
    }

    private boolean advance(LogRow.Held held) {
        var row = held.row();
        // No checkpoint covers more leaves than it should, however many events wait.
        var room = (int) Math.max(1, most - (row.log().size() - row.signedSize()));
        var leaves = jdbc.sql(READ)
                .params(
                        row.position(),
                        room,
                        row.gaps().firsts(),
                        row.gaps().lasts(),
                        room,
                        room,
                        row.log().size())
                .query((found, n) -> new Leaf(found.getLong(1), found.getLong(2), Hash.of(found.getBytes(3))))
                .list();
        var positions = new TreeSet<Long>();
        leaves.stream().sorted(Comparator.comparingLong(Leaf::leaf)).forEach(leaf -> {
            row.log().add(leaf.hash());
            positions.add(leaf.position());
        });
        var gaps = row.gaps().after(row.position(), positions, held.now());
        if (leaves.size() < room) {
            gaps = gaps.given(held.now(), transactionLimit, held.oldest(), held.newest());
        }
        if (!leaves.isEmpty() || !gaps.equals(row.gaps())) {
            var position = positions.isEmpty() ? row.position() : Math.max(row.position(), positions.last());
            row.readUpTo(position, gaps, jdbc);
        }
        signer.signIfDue(row);
        return leaves.size() == room;
    }
}
