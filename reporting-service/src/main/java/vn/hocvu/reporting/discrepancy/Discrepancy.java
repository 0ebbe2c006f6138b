package vn.hocvu.reporting.discrepancy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.DetectDiscrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.ExplainDiscrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.ResolveDiscrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent.DiscrepancyDetected;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent.DiscrepancyExplained;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent.DiscrepancyResolved;
import vn.hocvu.reporting.discrepancy.DiscrepancyRefusal.NothingToExplain;
import vn.hocvu.reporting.discrepancy.DiscrepancyRefusal.ReasonMissing;

/** A gap between a published and the derived figure: shown and explained, never adjusted. */
public class Discrepancy {
    private static final int LONGEST_EXPLANATION = 2_000;

    @AggregateIdentifier
    private DiscrepancyId id;

    private DiscrepancyState state = DiscrepancyState.NONE;

    /** For the store, which fills an entry from its events. */
    protected Discrepancy() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DetectDiscrepancy order) {
        if (order.published() == order.derived() || state.says(order)) {
            return;
        }
        apply(new DiscrepancyDetected(
                order.discrepancyId(),
                order.figureId(),
                order.figure(),
                order.measure(),
                order.year(),
                order.scope(),
                order.published(),
                order.derived(),
                order.published() - order.derived(),
                order.candidateCauses(),
                order.brokenIdentities(),
                order.effectiveOn()));
    }

    @CommandHandler
    void handle(ResolveDiscrepancy order) {
        if (state.gap()) {
            apply(new DiscrepancyResolved(id, order.value(), order.byEventId(), order.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(ExplainDiscrepancy order) {
        if (!state.gap()) {
            throw new NothingToExplain(id);
        }
        var answer = new DiscrepancyExplained(id, words(order.explanation()), order.document(), order.effectiveOn());
        if (!state.explainedBy(answer)) {
            apply(answer);
        }
    }

    private static String words(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty() || text.length() > LONGEST_EXPLANATION) {
            throw new ReasonMissing("explanation", LONGEST_EXPLANATION);
        }
        return text;
    }

    @EventSourcingHandler
    void on(DiscrepancyEvent event) {
        id = event.discrepancyId();
        state = state.after(event);
    }
}
