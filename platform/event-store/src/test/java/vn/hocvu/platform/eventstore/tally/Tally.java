package vn.hocvu.platform.eventstore.tally;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.hocvu.platform.eventstore.tally.Tally.TallyEvent.MarkAdded;
import vn.hocvu.platform.eventstore.tally.Tally.TallyEvent.TallyOpened;

/** The sample aggregate of these tests: marks on a tally, never more than its limit. */
class Tally {
    @AggregateIdentifier
    private TallyId id;

    private TallyState state;

    Tally() {}

    record TallyId(@JsonValue String value) {
        @Override
        public String toString() {
            return value;
        }
    }

    record Limit(@JsonValue int count) {
        Limit {
            if (count < 1) throw new IllegalArgumentException("limit must be positive, was " + count);
        }
    }

    enum Colour {
        RED,
        BLUE
    }

    sealed interface TallyCommand {
        record OpenTally(@TargetAggregateIdentifier TallyId id, Limit limit) implements TallyCommand {}

        record AddMark(@TargetAggregateIdentifier TallyId id, String note) implements TallyCommand {}

        record AddMarks(@TargetAggregateIdentifier TallyId id, int count, String note) implements TallyCommand {}

        record LookAt(@TargetAggregateIdentifier TallyId id) implements TallyCommand {}
    }

    sealed interface TallyEvent {
        record TallyOpened(TallyId id, Limit limit, Colour colour, LocalDate effectiveOn) implements TallyEvent {}

        record MarkAdded(TallyId id, String note, Optional<String> by) implements TallyEvent {}
    }

    static final class TallyFull extends RuntimeException {
        TallyFull(TallyId id) {
            super(id + " is full");
        }
    }

    static final class TallyExists extends RuntimeException {
        TallyExists(TallyId id) {
            super(id + " exists");
        }
    }

    record TallyState(Limit limit, int marks, Map<TallyId, Integer> others, Optional<Colour> colour) {
        TallyState after(TallyEvent event) {
            return switch (event) {
                case TallyOpened e -> new TallyState(e.limit(), 0, Map.of(e.id(), 1), Optional.of(e.colour()));
                case MarkAdded e -> new TallyState(limit, marks + 1, others, colour);
            };
        }
    }

    /** Something outside that a decision waits for. */
    interface Pause {
        void before(Object command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TallyCommand.OpenTally order, Pause pause) {
        if (state != null) throw new TallyExists(order.id());
        pause.before(order);
        apply(new TallyOpened(order.id(), order.limit(), Colour.RED, LocalDate.of(2020, 5, 1)));
    }

    @CommandHandler
    int handle(TallyCommand.AddMark order, Pause pause, @MetaDataValue("role") String role) {
        pause.before(order);
        if (state.marks() >= state.limit().count()) throw new TallyFull(id);
        apply(new MarkAdded(id, order.note(), Optional.of(role)));
        return state.marks();
    }

    @CommandHandler
    void handle(TallyCommand.AddMarks order) {
        for (var i = 0; i < order.count(); i++) apply(new MarkAdded(id, order.note(), Optional.empty()));
    }

    @CommandHandler
    int handle(TallyCommand.LookAt order) {
        return state.marks();
    }

    @EventSourcingHandler
    void on(TallyEvent event) {
        switch (event) {
            case TallyOpened e -> {
                id = e.id();
                state = new TallyState(e.limit(), 0, Map.of(), Optional.empty()).after(e);
            }
            case MarkAdded e -> state = state.after(e);
        }
    }
}
