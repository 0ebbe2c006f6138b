package vn.hocvu.proof.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.hocvu.proof.checker.Evidence.StoredEvent;
import vn.hocvu.proof.history.History;
import vn.hocvu.proof.history.Order;
import vn.hocvu.proof.history.Told;
import vn.hocvu.proof.history.Told.Answer;
import vn.hocvu.proof.system.Service;

/**
 * What was acknowledged has its event exactly once, what was refused has none, and what was not answered has it at most
 * once; asked again, an order that was done gives its first answer.
 */
final class AcknowledgedIsKept implements Rule {
    @Override
    public String promise() {
        return "I1/I2 acknowledged is kept, refused leaves nothing";
    }

    @Override
    public Stream<String> differences(Evidence evidence) {
        var byCommand = new LinkedHashMap<String, List<Told>>();
        evidence.told()
                .forEach(told -> byCommand
                        .computeIfAbsent(told.order().commandId(), id -> new ArrayList<>())
                        .add(told));
        var events = byCommand(evidence.stores());
        return byCommand.values().stream().flatMap(told -> {
            var order = told.getFirst().order();
            var of = events.getOrDefault(order.service(), Map.of()).getOrDefault(order.commandId(), List.of());
            return Stream.concat(
                    count(order, told, of), Stream.concat(answers(order, told, of), ledger(evidence, told, of)));
        });
    }

    private static Map<Service, Map<String, List<StoredEvent>>> byCommand(Map<Service, List<StoredEvent>> stores) {
        var all = new HashMap<Service, Map<String, List<StoredEvent>>>();
        stores.forEach((service, events) -> {
            var of = all.computeIfAbsent(service, s -> new HashMap<>());
            for (var event : events) {
                if (event.commandId() != null) {
                    of.computeIfAbsent(event.commandId(), id -> new ArrayList<>())
                            .add(event);
                }
            }
        });
        return all;
    }

    private static Stream<String> count(Order order, List<Told> told, List<StoredEvent> events) {
        var outcome = History.outcome(told);
        var effects = events.stream()
                .filter(event -> order.effects().contains(event.type()))
                .count();
        var wrong = switch (outcome) {
            case OK -> effects != 1;
            case REFUSED -> !events.isEmpty();
            case UNKNOWN -> effects > 1;
        };
        return wrong
                ? Stream.of("%s was told %s and has %d of %s\n  told: %s\n  stored: %s"
                        .formatted(order, outcome, effects, order.effects(), lines(told), lines(events)))
                : Stream.empty();
    }

    /** The version that was answered is the last sequence of the order's own events, every time. */
    private static Stream<String> answers(Order order, List<Told> told, List<StoredEvent> events) {
        var last = events.stream().mapToLong(StoredEvent::sequence).max().orElse(-1);
        return told.stream()
                .filter(one -> one.answer() == Answer.OK && one.version() >= 0 && one.version() != last)
                .map(one -> "%s was answered version %d, its last event has %d\n  told: %s\n  stored: %s"
                        .formatted(order, one.version(), last, lines(told), lines(events)))
                .limit(1);
    }

    /** The outcome lies in the transaction of the events: neither is there without the other. */
    private static Stream<String> ledger(Evidence evidence, List<Told> told, List<StoredEvent> events) {
        var order = told.getFirst().order();
        var entry = evidence.handled().getOrDefault(order.service(), Map.of()).get(order.commandId());
        if ((entry == null) == events.isEmpty()) return Stream.empty();
        return Stream.of(
                "%s: outcome %s, but events %s\n  told: %s".formatted(order, entry, lines(events), lines(told)));
    }

    private static String lines(List<?> several) {
        return several.isEmpty()
                ? "nothing"
                : several.stream().map(one -> "\n    " + one).reduce("", String::concat);
    }
}
