package vn.hocvu.platform.viewstore;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Shows the operators which facts stopped at, with reason and content, in the service's own database, and hears what they
 * decide. The facts themselves are safe without it: a reader never stores a position past one that is parked.
 */
final class Parking {

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int LONGEST = 500;

    private final JdbcClient database;
    private final String consumer;
    private final Clock clock;
    private final Map<String, Entry> parked = new HashMap<>();
    private final Set<String> unwritten = new HashSet<>();
    private final Set<String> healed = new HashSet<>();
    private long lookedAt;

    Parking(JdbcClient database, String consumer, Clock clock) {
        this.database = database;
        this.consumer = consumer;
        this.clock = clock;
    }

    private record Entry(String key, Incoming in, String reason) {}

    /** What operators want. */
    record Decisions(Set<String> retry, Set<String> giveUp) {
        static final Decisions NONE = new Decisions(Set.of(), Set.of());
    }

    void park(String id, String key, Incoming in, String reason) {
        parked.put(id, new Entry(key, in, reason));
        unwritten.add(id);
        healed.remove(id);
        lookedAt = 0;
        LOG.atWarn()
                .addKeyValue("consumer", consumer)
                .addKeyValue("type", in.content().get().type())
                .addKeyValue("reason", reason)
                .log("One entity waits, all others go on; see the operations page");
    }

    void healed(String id) {
        if (parked.remove(id) != null) {
            unwritten.remove(id);
            healed.add(id);
            lookedAt = 0;
        }
    }

    /** Brings the table up to date and reads decisions, at most once a second while nothing new happened. */
    Decisions look() {
        var now = System.nanoTime();
        if ((parked.isEmpty() && healed.isEmpty()) || (lookedAt != 0 && now - lookedAt < LOOK_NANOS)) {
            return Decisions.NONE;
        }
        lookedAt = now;
        try {
            healed.removeIf(this::delete);
            unwritten.removeIf(this::insert);
            return parked.isEmpty() ? Decisions.NONE : read();
        } catch (RuntimeException away) {
            LOG.atWarn().addKeyValue("consumer", consumer).setCause(away).log("Parked facts are not shown for now");
            return Decisions.NONE;
        }
    }

    private boolean delete(String id) {
        database.sql("delete from parked_message where consumer = ? and message_id = ? and closed_at is null")
                .param(consumer)
                .param(id)
                .update();
        return true;
    }

    private boolean insert(String id) {
        var entry = parked.get(id);
        if (entry == null) {
            return true;
        }
        var shown = entry.in().content().get();
        database.sql("""
                        insert into parked_message (consumer, message_key, message_id, message_type, source, sequence,
                            headers, payload, reason, parked_at)
                        values (:consumer, :key, :id, :type, :source, :sequence, :headers, :payload, :reason, :now)
                        on conflict (consumer, message_id) do update
                            set attempts = parked_message.attempts + 1, reason = excluded.reason, next_attempt_at = null
                        """)
                .param("consumer", consumer)
                .param("key", entry.key())
                .param("id", id)
                .param("type", shown.type())
                .param("source", shown.source())
                .param("sequence", entry.in().sequence())
                .param("headers", shown.headers())
                .param("payload", shown.payload())
                .param("reason", shortened(entry.reason()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return true;
    }

    private static String shortened(String reason) {
        var text = reason.replace('\0', ' ');
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private Decisions read() {
        var retry = new HashSet<String>();
        var giveUp = new HashSet<String>();
        database.sql("""
                        select message_id, closed_at is not null as closed from parked_message
                        where consumer = ? and (closed_at is not null or next_attempt_at <= ?)
                        """).param(consumer).param(Timestamp.from(clock.instant())).query(row -> {
            var id = row.getString("message_id");
            if (parked.containsKey(id)) {
                (row.getBoolean("closed") ? giveUp : retry).add(id);
            }
        });
        return new Decisions(retry, giveUp);
    }

    /** Removes what an earlier process has shown and what has been folded since, as after a repair. */
    void settle() {
        try {
            database
                    .sql("select message_id from parked_message where consumer = ? and closed_at is null")
                    .param(consumer)
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(id -> !parked.containsKey(id))
                    .forEach(this::delete);
        } catch (RuntimeException away) {
            LOG.atWarn().addKeyValue("consumer", consumer).setCause(away).log("Folded facts may be shown as parked");
        }
    }

    /** Removes what is shown of a generation that is no longer read. */
    void clear() {
        try {
            database.sql("delete from parked_message where consumer = ? and closed_at is null")
                    .param(consumer)
                    .update();
        } catch (RuntimeException away) {
            LOG.atWarn().addKeyValue("consumer", consumer).setCause(away).log("Old parked facts stay in the table");
        }
    }
}
