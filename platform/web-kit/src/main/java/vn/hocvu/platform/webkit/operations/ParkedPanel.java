package vn.hocvu.platform.webkit.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hocvu.platform.eventstream.parking.ParkedMessage;
import vn.hocvu.platform.eventstream.parking.ParkedMessages;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.OperationsPanel;

/** Keys whose messages wait because one of them could not be handled; payloads are not shown. */
final class ParkedPanel implements OperationsPanel {
    private static final Logger log = LoggerFactory.getLogger(ParkedPanel.class);

    private final ParkedMessages parked;
    private final CurrentActor actor;
    private final Formats formats;

    ParkedPanel(ParkedMessages parked, CurrentActor actor, Formats formats) {
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
        var keys = new LinkedHashMap<String, List<ParkedMessage>>();
        parked.open()
                .forEach(m -> keys.computeIfAbsent(m.consumer() + ' ' + m.key(), k -> new ArrayList<>())
                        .add(m));
        return keys.entrySet().stream()
                .map(e -> {
                    var first = e.getValue().getFirst();
                    return new Line(
                            e.getKey(),
                            Map.of(
                                    "consumer", first.consumer(),
                                    "reason", first.type() + ": " + first.reason(),
                                    "count", formats.number(e.getValue().size()),
                                    "since", formats.time(first.parkedAt())),
                            first.nextAttemptAt() == null ? "error" : "warning",
                            List.of("retry", "discard"));
                })
                .toList();
    }

    @Override
    public void act(String action, String key, String reason) {
        var space = key.indexOf(' ');
        if (space < 0) {
            throw new NotFound("parked key " + key);
        }
        var consumer = key.substring(0, space);
        var aggregate = key.substring(space + 1);
        var first = parked.open(consumer, aggregate).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("parked key " + key));
        if (action.equals("retry")) {
            parked.retry(consumer, aggregate);
        } else if (action.equals("discard")) {
            parked.close(first.id(), actor.get().userId(), reason);
            parked.retry(consumer, aggregate); // what stood behind the closed message may go on
        } else {
            throw new UnsupportedOperationException("parked keys cannot " + action);
        }
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
