package vn.hocvu.platform.eventstream.relay;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The sample aggregate of the relay's tests: a lamp that is lit again and again. */
class Lamp {
    @AggregateIdentifier
    private String id;

    Lamp() {}

    sealed interface LampCommand {
        record Light(@TargetAggregateIdentifier String id, String note, int times) implements LampCommand {}
    }

    sealed interface LampEvent {
        String id();

        record LampLit(String id, String note, int number) implements LampEvent {}

        record LampSeen(String id) implements LampEvent {}
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LampCommand.Light order) {
        for (var i = 0; i < order.times(); i++) apply(new LampEvent.LampLit(order.id(), order.note(), i));
        apply(new LampEvent.LampSeen(order.id()));
    }

    @EventSourcingHandler
    void on(LampEvent event) {
        id = event.id();
    }
}
