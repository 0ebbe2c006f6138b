package vn.hocvu.platform.eventstore.axon;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.auditchain.EventForm;
import vn.hocvu.platform.auditchain.Hash;

/** Chains the events of one append: each to the one before, the first to the aggregate's last event in this transaction. */
final class Chain {
    private static final String FIND =
            "SELECT hash FROM domain_event_entry WHERE aggregate_identifier = ? AND sequence_number = ?";

    private final Connection connection;
    private final EventForm form = new EventForm();
    private @Nullable Link last;

    /**
     * One event of an aggregate and its hash.
     *
     * @param sequence -1 before the first event
     * @param hash     absent before the first event, and for an event that was kept without one
     */
    record Link(long sequence, @Nullable Hash hash) {}

    /** A chain that goes on where the decision's aggregate is; the command has read that with its version. */
    Chain(Connection connection, Optional<Link> last) {
        this.connection = connection;
        this.last = last.orElse(null);
    }

    Hash hash(EventForm.Stored event) throws SQLException {
        var hash = form.hash(previous(event), event);
        last = new Link(event.sequence(), hash);
        return hash;
    }

    Link last() {
        return last == null ? new Link(-1, null) : last;
    }

    private Hash previous(EventForm.Stored event) throws SQLException {
        if (event.sequence() == 0) {
            return Hash.BEGINNING;
        }
        var known = last != null && last.sequence() == event.sequence() - 1 ? last.hash() : null;
        return known == null ? find(event.aggregate(), event.sequence() - 1) : known;
    }

    /**
     * A command that does not name its aggregate beforehand has not read its last event. An event without a hash, which only
     * somebody else can have put in, begins the chain anew: the command goes on, and every verification names that event.
     */
    private Hash find(String aggregate, long sequence) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, aggregate);
            statement.setLong(2, sequence);
            try (var row = statement.executeQuery()) {
                var hash = row.next() ? row.getBytes(1) : null;
                return hash == null ? Hash.BEGINNING : Hash.of(hash);
            }
        }
    }
}
