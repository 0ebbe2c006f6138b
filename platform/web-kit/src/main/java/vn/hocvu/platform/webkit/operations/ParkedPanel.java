package vn.hocvu.platform.webkit.operations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.eventstream.parking.ParkedMessages;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.OperationsPanel;

/** Keys whose messages wait because one of them could not be handled; payloads are not shown. */
final class ParkedPanel implements OperationsPanel {
    private static final Logger log = LoggerFactory.getLogger(ParkedPanel.class);

    private static final String RELAY = "relay";

    private final JdbcClient jdbc;
    private final ParkedMessages parked;
    private final CurrentActor actor;
    private final Formats formats;

    ParkedPanel(JdbcClient jdbc, ParkedMessages parked, CurrentActor actor, Formats formats) {
        this.jdbc = jdbc;
        this.parked = parked;
        this.actor = actor;
        this.formats = formats;
    }

    @Override
    public String name() {
        return "parked";
    }

    @Override
    public List<String> columns() {
        return List.of("consumer", "reason", "count", "since");
    }

    @Override
    public List<Line> lines() {
        return jdbc.sql("""
                        select consumer, message_key, count(*) as messages, min(parked_at) as since,
                               min(next_attempt_at) as next,
                               (array_agg(message_type || ': ' || reason order by sequence, id))[1] as why
                        from parked_message where closed_at is null
                        group by consumer, message_key order by min(id) limit 500
                        """)
                .query((row, n) -> new Line(
                        row.getString("consumer") + ' ' + row.getString("message_key"),
                        Map.of(
                                "consumer", row.getString("consumer"),
                                "reason", row.getString("why"),
                                "count", formats.number(row.getLong("messages")),
                                "since",
                                        formats.time(Objects.requireNonNull(row.getTimestamp("since"))
                                                .toInstant())),
                        row.getTimestamp("next") == null ? "error" : "warning",
                        actions(row.getString("consumer"))))
                .list();
    }

    /** Own events that were not published yet can only be published: leaving one out would leave it out for ever. */
    private static List<String> actions(String consumer) {
        return consumer.equals(RELAY) ? List.of("retry") : List.of("retry", "discard");
    }

    @Override
    public void act(String action, String key, String reason) {
        var space = key.indexOf(' ');
        if (space < 0) {
            throw new NotFound("parked key " + key);
        }
        var consumer = key.substring(0, space);
        var aggregate = key.substring(space + 1);
        var first = jdbc.sql("""
                        select id from parked_message
                        where consumer = :consumer and message_key = :key and closed_at is null
                        order by sequence, id limit 1
                        """)
                .param("consumer", consumer)
                .param("key", aggregate)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("parked key " + key));
        if (!actions(consumer).contains(action)) {
            throw new NotFound("action " + action);
        }
        if (action.equals("discard")) {
            parked.close(first, actor.get().userId(), reason);
        }
        parked.retry(consumer, aggregate); // after a discard, what stood behind the closed message may go on
        log.atInfo()
                .addKeyValue("action", action)
                .addKeyValue("consumer", consumer)
                .addKeyValue("key", aggregate)
                .addKeyValue("actor", actor.get().userId())
                .log("An operator acted on a parked key");
    }

    @Override
    public int order() {
        return 50;
    }
}
