package vn.hocvu.reporting.publishedfigure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.publishedfigure.FigureCommand.PublishFigure;
import vn.hocvu.reporting.publishedfigure.FigureEvent.FigurePublished;

/** One figure as papers have stated it; the last statement counts, all stay. */
public class PublishedFigure {
    @AggregateIdentifier
    private FigureId id;

    private @Nullable FigurePublished last;

    /** For the store, which fills a figure from its events. */
    protected PublishedFigure() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishFigure order) {
        ComparableFigures.require(order.figure());
        if (order.value() < 0) {
            throw new FigureRefusal.Malformed("value", "0 or more", order.value());
        }
        if (order.year() < 2000 || order.year() > 2100) {
            throw new FigureRefusal.Malformed("year", "2000 to 2100", order.year());
        }
        if (order.effectiveAsOf().isAfter(order.today())) {
            throw new FigureRefusal.AsOfInFuture(order.effectiveAsOf(), order.today());
        }
        var published = new FigurePublished(
                order.figureId(),
                order.figure(),
                order.measure(),
                order.year(),
                order.scope(),
                order.value(),
                order.scopeClarity(),
                order.effectiveAsOf(),
                order.document(),
                order.effectiveOn());
        if (!published.equals(last)) {
            apply(published);
        }
    }

    @EventSourcingHandler
    void on(FigureEvent event) {
        switch (event) {
            case FigurePublished published -> {
                id = published.figureId();
                last = published;
            }
        }
    }
}
