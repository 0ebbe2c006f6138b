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

/** A figure as a paper states it. It is kept beside the derived one and never feeds it. */
public class PublishedFigure {
    @AggregateIdentifier
    private FigureId id;

    private @Nullable FigurePublished last;

    /** For the store, which fills a figure from its events. */
    protected PublishedFigure() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishFigure order, Today today) {
        var published = decided(order, today);
        if (!published.equals(last)) {
            apply(published);
        }
    }

    private static FigurePublished decided(PublishFigure order, Today today) {
        if (order.document() == null) {
            throw new FigureRefusal.DocumentMissing();
        }
        if (order.value() < 0) {
            throw new FigureRefusal.Malformed("value", "0 or more", order.value());
        }
        if (order.effectiveAsOf().isAfter(today.date())) {
            throw new FigureRefusal.AsOfInFuture(order.effectiveAsOf(), today.date());
        }
        return new FigurePublished(
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
    }

    @EventSourcingHandler
    void on(FigureEvent event) {
        id = event.figureId();
        last = switch (event) {
            case FigurePublished published -> published;
        };
    }
}
