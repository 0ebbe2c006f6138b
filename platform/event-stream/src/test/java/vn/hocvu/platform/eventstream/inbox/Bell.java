package vn.hocvu.platform.eventstream.inbox;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The sample aggregate that policies give orders to: a bell that rings, at most nine times. */
class Bell {
    @AggregateIdentifier
    private String id;

    private int rings;

    Bell() {}

    record Ring(@TargetAggregateIdentifier String bellId, int number) {}

    record Rang(String bellId, int number) {}

    /** The bell is worn out: a rule may foresee that. */
    static final class WornOut extends RuntimeException {
        WornOut() {
            super("nine times are enough");
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Ring order) {
        if (rings >= 9) {
            throw new WornOut();
        }
        apply(new Rang(order.bellId(), order.number()));
    }

    @EventSourcingHandler
    void on(Rang event) {
        id = event.bellId();
        rings++;
    }
}
