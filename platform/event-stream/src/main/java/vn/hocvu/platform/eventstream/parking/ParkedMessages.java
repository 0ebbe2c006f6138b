package vn.hocvu.platform.eventstream.parking;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parked messages of this service, in its own database: a parked command is not a view and must not be lost with one.
 * Whoever parks a message parks everything later of its key behind it.
 */
public class ParkedMessages {

    /** After so many attempts only a person tries again. */
    public static final int ATTEMPTS = 8;

    private static final char KEY = '/';
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String COLUMNS = """
            id, consumer, message_key, message_id, message_type, source, sequence, coalesce(headers, '{}') as headers,
            coalesce(payload, '') as payload, reason, behind, attempts, parked_at, next_attempt_at""";

    private final JdbcClient database;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public ParkedMessages(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Parks a record that failed, or that waits behind one; a record parked before stays as it is. */
    public void park(String consumer, ConsumerRecord<String, byte[]> record, String reason, boolean behind) {
        Map<String, String> headers = headers(record);
        database.sql("""
                        insert into parked_message (consumer, message_key, message_id, message_type, source, sequence,
                            headers, payload, reason, behind, attempts, parked_at, next_attempt_at)
                        values (:consumer, :key, :messageId, :type, :source, :sequence,
                            :headers, :payload, :reason, :behind, :attempts, :now, :next)
                        on conflict (consumer, message_id) do nothing
                        """)
                .param("consumer", consumer)
                .param("key", keyOf(record))
                .param("messageId", headers.getOrDefault("ce_id", placeOf(record)))
                .param("type", headers.getOrDefault("ce_type", "unknown"))
                .param("source", record.topic())
                .param("sequence", sequence(headers))
                .param("headers", json.writeValueAsString(headers))
                .param("payload", record.value() == null ? "" : text(record.value()))
                .param("reason", shortened(reason))
                .param("behind", behind)
                .param("attempts", behind ? 0 : 1)
                .param("now", Timestamp.from(clock.instant()))
                .param("next", Timestamp.from(clock.instant().plus(FIRST_PAUSE)))
                .update();
    }

    /** The key under which a message is parked: topic and aggregate; a record without a key is parked under its place. */
    public static String keyOf(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? placeOf(record) : record.topic() + KEY + record.key();
    }

    /** Keys with open messages of a consumer, with the partition they came from. */
    public Map<String, Place> openKeys(String consumer) {
        Map<String, Place> keys = new LinkedHashMap<>();
        for (ParkedMessage message : open(consumer)) {
            keys.putIfAbsent(message.key(), Place.of(message));
        }
        return keys;
    }

    /** Where a parked message lay. */
    public record Place(String topic, int partition) {
        static Place of(ParkedMessage message) {
            return new Place(
                    message.source(), Integer.parseInt(message.headers().getOrDefault("partition", "0")));
        }
    }

    /** Open messages of a consumer, oldest first. */
    public List<ParkedMessage> open(String consumer) {
        return database.sql("select " + COLUMNS
                        + " from parked_message where consumer = :consumer and closed_at is null order by id")
                .param("consumer", consumer)
                .query(this::row)
                .list();
    }

    /** Open messages of all consumers, oldest first, at most 500. */
    public List<ParkedMessage> open() {
        return database.sql("select " + COLUMNS + " from parked_message where closed_at is null order by id limit 500")
                .query(this::row)
                .list();
    }

    /** Open messages of one key, in the order in which they must be handled. */
    public List<ParkedMessage> open(String consumer, String key) {
        return database.sql("select " + COLUMNS
                        + " from parked_message where consumer = :consumer and message_key = :key and closed_at is null"
                        + " order by id")
                .param("consumer", consumer)
                .param("key", key)
                .query(this::row)
                .list();
    }

    /** Keys whose first open message is due to be tried again. */
    public Set<String> due(String consumer) {
        Instant now = clock.instant();
        Map<String, ParkedMessage> first = open(consumer).stream()
                .collect(Collectors.toMap(ParkedMessage::key, m -> m, (a, b) -> a, LinkedHashMap::new));
        return first.values().stream()
                .filter(m -> m.nextAttemptAt() != null && !m.nextAttemptAt().isAfter(now))
                .map(ParkedMessage::key)
                .collect(Collectors.toSet());
    }

    /** Notes one more failed attempt; the pauses double until the attempts are used up. */
    public void failedAgain(ParkedMessage message, String reason) {
        int attempts = message.attempts() + 1;
        Instant next = attempts >= ATTEMPTS
                ? null
                : clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 12)));
        database.sql("""
                        update parked_message set attempts = :attempts, reason = :reason, behind = false,
                            next_attempt_at = :next where id = :id
                        """)
                .param("attempts", attempts)
                .param("reason", shortened(reason))
                .param("next", next == null ? null : Timestamp.from(next))
                .param("id", message.id())
                .update();
    }

    /** Removes a message that has been handled. */
    public void handled(long id) {
        database.sql("delete from parked_message where id = :id")
                .param("id", id)
                .update();
    }

    /** Lets a key be tried again now. */
    public void retry(String consumer, String key) {
        database.sql("""
                        update parked_message set next_attempt_at = :now, attempts = least(attempts, :most)
                        where consumer = :consumer and message_key = :key and closed_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", ATTEMPTS - 2)
                .param("consumer", consumer)
                .param("key", key)
                .update();
    }

    /** Closes one message for good: it will never be handled, and the reason says why. */
    public void close(long id, String by, String reason) {
        database.sql("""
                        update parked_message set closed_at = :now, closed_by = :by, closing_reason = :reason
                        where id = :id and closed_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private ParkedMessage row(ResultSet row, int number) throws SQLException {
        Timestamp next = row.getTimestamp("next_attempt_at");
        return new ParkedMessage(
                row.getLong("id"),
                row.getString("consumer"),
                row.getString("message_key"),
                row.getString("message_id"),
                row.getString("message_type"),
                row.getString("source"),
                row.getLong("sequence"),
                json.readValue(row.getString("headers"), TEXTS),
                row.getString("payload"),
                row.getString("reason"),
                row.getBoolean("behind"),
                row.getInt("attempts"),
                row.getTimestamp("parked_at").toInstant(),
                next == null ? null : next.toInstant());
    }

    /** The record again as it lay on the topic. */
    public static ConsumerRecord<String, byte[]> record(ParkedMessage message) {
        var place = Place.of(message);
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                place.topic(),
                place.partition(),
                Long.parseLong(message.headers().getOrDefault("offset", "0")),
                message.key().substring(message.key().indexOf(KEY) + 1),
                message.payload().getBytes(StandardCharsets.UTF_8));
        message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), text(header.value()));
            }
        }
        headers.put("partition", String.valueOf(record.partition()));
        headers.put("offset", String.valueOf(record.offset()));
        return headers;
    }

    /** PostgreSQL keeps no zero characters; what holds one is unreadable anyway. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    private static String placeOf(ConsumerRecord<String, byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    private static long sequence(Map<String, String> headers) {
        String sequence = headers.get("ce_sequence");
        return sequence != null && sequence.matches("\\d{1,18}") ? Long.parseLong(sequence) : -1;
    }

    private static String shortened(@Nullable String reason) {
        String text = reason == null ? "" : reason.replace('\0', ' ');
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
