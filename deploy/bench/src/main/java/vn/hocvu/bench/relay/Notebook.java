package vn.hocvu.bench.relay;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Something that notes are written in, many by one command, so that a store fills quickly. */
public class Notebook {
    @AggregateIdentifier
    private @Nullable String id;

    /** For the event store, which then tells what has happened. */
    protected Notebook() {}

    /**
     * Writes notes.
     *
     * @param first number of the first note
     * @param text  the words from which each note takes its own
     */
    record Write(@TargetAggregateIdentifier String notebook, int first, int notes, Text text) {}

    /** A note has been written. */
    record Noted(String notebook, int number, String text) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Write order) {
        for (int number = order.first(); number < order.first() + order.notes(); number++) {
            apply(new Noted(order.notebook(), number, order.text().of(number)));
        }
    }

    @EventSourcingHandler
    void on(Noted event) {
        id = event.notebook();
    }
}
