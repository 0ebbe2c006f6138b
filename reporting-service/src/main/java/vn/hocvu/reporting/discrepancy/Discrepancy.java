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

/** The register entry of one published figure: a gap is shown and explained, never adjusted. */
public class Discrepancy {
    @AggregateIdentifier
    private DiscrepancyId id;

    private DiscrepancyState state = DiscrepancyState.RESOLVED;
    private @Nullable Gap gap;

    /** For the store, which fills an entry from its events. */
    protected Discrepancy() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DetectDiscrepancy order) {
        if (state == DiscrepancyState.RESOLVED || !order.gap().equals(gap)) {
            apply(new DiscrepancyDetected(
                    order.discrepancyId(),
                    order.figureId(),
                    order.figure(),
                    order.measure(),
                    order.year(),
                    order.scope(),
                    order.gap(),
                    order.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(ResolveDiscrepancy order) {
        if (state != DiscrepancyState.RESOLVED) {
            apply(new DiscrepancyResolved(id, order.value(), order.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(ExplainDiscrepancy order) {
        if (state == DiscrepancyState.RESOLVED) {
            throw new DiscrepancyRefusal.NothingToExplain(id.value());
        }
        if (order.explanation().isBlank()) {
            throw new DiscrepancyRefusal.ReasonMissing();
        }
        apply(new DiscrepancyExplained(id, order.explanation(), order.document(), order.effectiveOn()));
    }

    @EventSourcingHandler
    void on(DiscrepancyEvent event) {
        id = event.discrepancyId();
        switch (event) {
            case DiscrepancyDetected detected -> {
                state = DiscrepancyState.OPEN;
                gap = detected.gap();
            }
            case DiscrepancyExplained explained -> state = DiscrepancyState.EXPLAINED;
            case DiscrepancyResolved resolved -> state = DiscrepancyState.RESOLVED;
        }
    }
}
