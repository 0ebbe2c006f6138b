package vn.hocvu.platform.eventstream.relay;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the relay writes down in the service's database: tallies, tokens with offsets, the topic, parked events. */
final class RelayBooks {
    static final String PROCESSOR = "relay";
    static final int BLOCK = 1_000;
    private static final String CONSUMER = "relay";
    private static final int TIDY_EVERY = 100;

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final JsonMapper json;
    private final int keptTokens;
    private final TransactionTemplate onOwnConnection;

    RelayBooks(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Serializer serializer,
            JsonMapper json,
            RelaySettings settings) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.json = json;
        this.keptTokens = settings.keptTokens();
        this.onOwnConnection = new TransactionTemplate(transactions);
        this.onOwnConnection.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What became of the events of one block in one batch. */
    static final class Tally {
        int published;
        int kept;
        int parked;
    }

    /** A token and the last offsets acknowledged up to it. */
    record Progress(long id, GapAwareTrackingToken token, Map<Integer, Long> offsets) {}

    /** The topic as first seen. */
    record Topic(String id, int partitions) {}

    /**
     * An event that could not be published, or stands behind one.
     *
     * @param behind true when only an earlier event of its aggregate stands in its way
     */
    record Parking(
            String aggregateId,
            String eventId,
            String type,
            long position,
            long sequence,
            String reason,
            boolean behind) {}

    void write(Map<Long, Tally> tallies, TrackingToken token, Map<Integer, Long> offsets) {
        tallies.forEach((block, tally) -> jdbc.sql("""
                        INSERT INTO relay_block AS b (block, published, kept, parked) VALUES (?, ?, ?, ?)
                        ON CONFLICT (block) DO UPDATE SET published = b.published + excluded.published,
                            kept = b.kept + excluded.kept, parked = b.parked + excluded.parked
                        """)
                .params(block, tally.published, tally.kept, tally.parked)
                .update());
        var id = jdbc.sql("""
                        INSERT INTO relay_progress (position, token, offsets)
                        SELECT ?, ?, (coalesce((SELECT offsets::jsonb FROM relay_progress ORDER BY id DESC LIMIT 1), '{}')
                            || ?::jsonb)::text
                        RETURNING id
                        """)
                .params(token.position().orElse(0), text(token), json.writeValueAsString(offsets))
                .query(Long.class)
                .single();
        if (id % TIDY_EVERY == 0) {
            jdbc.sql("DELETE FROM relay_progress WHERE id <= ?")
                    .param(id - keptTokens)
                    .update();
        }
    }

    /** Newest first. */
    List<Progress> progress() {
        return jdbc.sql("SELECT id, token, offsets FROM relay_progress ORDER BY id DESC")
                .query((row, n) -> new Progress(row.getLong(1), token(row.getString(2)), offsets(row.getString(3))))
                .list();
    }

    Optional<GapAwareTrackingToken> storedToken() {
        return jdbc.sql("SELECT token FROM token_entry WHERE processor_name = ? AND segment = 0 AND token IS NOT NULL")
                .param(PROCESSOR)
                .query(String.class)
                .optional()
                .map(this::token);
    }

    /** Makes the books say what the token says: later tokens are gone, and every tally covers what the token covers. */
    void goBackTo(GapAwareTrackingToken token, long lastKeptId) {
        jdbc.sql("DELETE FROM relay_progress WHERE id > ?").param(lastKeptId).update();
        var lowest =
                (token.getGaps().isEmpty() ? token.getIndex() : token.getGaps().first()) / BLOCK;
        jdbc.sql("DELETE FROM relay_block WHERE block >= ?").param(lowest).update();
        jdbc.sql("""
                        INSERT INTO relay_block (block, published)
                        SELECT global_index / 1000, count(*) FROM domain_event_entry
                        WHERE global_index >= ? AND global_index <= ? AND NOT global_index = ANY (?)
                        GROUP BY 1
                        """)
                .params(lowest * BLOCK, token.getIndex(), token.getGaps().toArray(Long[]::new))
                .update();
    }

    /** As if nothing had ever been published. */
    void startAnew() {
        jdbc.sql("DELETE FROM relay_progress").update();
        jdbc.sql("DELETE FROM relay_block").update();
    }

    Optional<Topic> topic(String name) {
        return jdbc.sql("SELECT topic_id, partitions FROM relay_topic WHERE topic = ?")
                .param(name)
                .query((row, n) -> new Topic(row.getString(1), row.getInt(2)))
                .optional();
    }

    void remember(String name, Topic topic) {
        jdbc.sql("""
                        INSERT INTO relay_topic (topic, topic_id, partitions) VALUES (?, ?, ?)
                        ON CONFLICT (topic) DO UPDATE SET topic_id = excluded.topic_id, partitions = excluded.partitions,
                            seen_at = clock_timestamp()
                        """).params(name, topic.id(), topic.partitions()).update();
    }

    /** Positions of events, by event id. */
    Map<String, Long> positions(Collection<String> eventIds) {
        var positions = new TreeMap<String, Long>();
        onOwnConnection.executeWithoutResult(status -> jdbc.sql(
                        "SELECT event_identifier, global_index FROM domain_event_entry WHERE event_identifier = ANY (?)")
                .param(eventIds.toArray(String[]::new))
                .query(row -> {
                    positions.put(row.getString(1), row.getLong(2));
                }));
        return positions;
    }

    /** Aggregates with parked events; read on a connection of its own, so that no transaction waits for the broker. */
    Set<String> parkedAggregates() {
        var keys = onOwnConnection.execute(status -> parked());
        return keys == null ? Set.of() : keys;
    }

    private Set<String> parked() {
        return new HashSet<>(
                jdbc.sql("SELECT DISTINCT message_key FROM parked_message WHERE consumer = ? AND closed_at IS NULL")
                        .param(CONSUMER)
                        .query(String.class)
                        .list());
    }

    /**
     * Parks an event.
     *
     * @return false if it stands behind one that is no longer parked, and must be published instead
     */
    boolean park(Parking parking) {
        if (parking.behind() && lockParked(parking.aggregateId()).isEmpty()) {
            return false;
        }
        jdbc.sql("""
                        INSERT INTO parked_message (consumer, message_key, message_id, message_type, source, sequence, reason, behind)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (consumer, message_id) DO NOTHING
                        """)
                .params(
                        CONSUMER,
                        parking.aggregateId(),
                        parking.eventId(),
                        parking.type(),
                        "position " + parking.position(),
                        parking.sequence(),
                        parking.reason(),
                        parking.behind())
                .update();
        return true;
    }

    /** Event ids parked for an aggregate, in order; until the end of the transaction nobody adds to them. */
    List<String> lockParked(String aggregateId) {
        return jdbc.sql("""
                        SELECT message_id FROM parked_message WHERE consumer = ? AND message_key = ? AND closed_at IS NULL
                        ORDER BY id FOR UPDATE
                        """).params(CONSUMER, aggregateId).query(String.class).list();
    }

    /** Aggregates that an operator wants tried again. */
    List<String> wantedAgain() {
        return jdbc.sql("""
                        SELECT DISTINCT message_key FROM parked_message
                        WHERE consumer = ? AND closed_at IS NULL AND next_attempt_at <= clock_timestamp()
                        """).param(CONSUMER).query(String.class).list();
    }

    /** Notes that an aggregate was tried again in vain; it waits for the operator once more. */
    void failedAgain(String aggregateId) {
        jdbc.sql("""
                        UPDATE parked_message SET next_attempt_at = NULL, attempts = attempts + 1
                        WHERE consumer = ? AND message_key = ? AND closed_at IS NULL
                        """).params(CONSUMER, aggregateId).update();
    }

    void closeParked(String aggregateId, String by, String reason) {
        jdbc.sql("""
                        UPDATE parked_message SET closed_at = clock_timestamp(), closed_by = ?, closing_reason = ?
                        WHERE consumer = ? AND message_key = ? AND closed_at IS NULL
                        """).params(by, reason, CONSUMER, aggregateId).update();
    }

    String text(TrackingToken token) {
        return serializer.serialize(token, String.class).getData();
    }

    GapAwareTrackingToken token(String text) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(text, String.class, GapAwareTrackingToken.class.getName(), null));
    }

    private Map<Integer, Long> offsets(String text) {
        return json.readValue(text, new TypeReference<TreeMap<Integer, Long>>() {});
    }
}
