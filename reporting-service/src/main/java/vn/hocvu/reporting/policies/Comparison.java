package vn.hocvu.reporting.policies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.discrepancy.BrokenIdentity;
import vn.hocvu.reporting.discrepancy.CandidateCause;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.DetectDiscrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.ResolveDiscrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyId;
import vn.hocvu.reporting.discrepancy.Status;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.Measure;
import vn.hocvu.reporting.views.figures.CandidateCauses;
import vn.hocvu.reporting.views.figures.Figures;
import vn.hocvu.reporting.views.published.DiscrepancyRow;
import vn.hocvu.reporting.views.published.PublishedRow;

/** Compares published figures with those that follow from the facts: from both to at most one order for each figure. */
final class Comparison {
    private final List<PublishedRow> published;
    private final Figures figures;
    private final List<DiscrepancyRow> entries;
    private final LocalDate today;

    Comparison(List<PublishedRow> published, Figures figures, List<DiscrepancyRow> entries, LocalDate today) {
        this.published = published;
        this.figures = figures;
        this.entries = entries;
        this.today = today;
    }

    /** What follows for one published figure; empty if nothing has to change. */
    Optional<DiscrepancyCommand> of(PublishedRow row) {
        var then = figures.as(figures.asOf().effectiveBy(row.effectiveAsOf()));
        int derived = then.figure(row.figure(), row.year(), row.scope()).of(row.measure());
        var id = DiscrepancyId.of(row.published().figureId());
        if (derived == row.value()) {
            return open(id) ? Optional.of(new ResolveDiscrepancy(id, derived, null, today)) : Optional.empty();
        }
        return Optional.of(new DetectDiscrepancy(
                id,
                row.published().figureId(),
                row.figure(),
                row.measure(),
                row.year(),
                row.scope(),
                row.value(),
                derived,
                causes(then, row),
                broken(row),
                today));
    }

    private boolean open(DiscrepancyId id) {
        return entries.stream()
                .filter(entry -> entry.discrepancyId().equals(id.value()))
                .anyMatch(entry ->
                        !entry.stands().isEmpty() && entry.stands().getLast().status() != Status.RESOLVED);
    }

    private List<CandidateCause> causes(Figures then, PublishedRow row) {
        return CandidateCauses.of(
                then,
                row.figure(),
                row.year(),
                row.scope(),
                value(row.figure(), row, Measure.CLASSES),
                value(row.figure(), row, Measure.LEARNERS));
    }

    private @Nullable Integer value(FigureName figure, PublishedRow beside, Measure measure) {
        return published.stream()
                .filter(row -> row.figure() == figure
                        && row.measure() == measure
                        && row.year() == beside.year()
                        && row.scope().equals(beside.scope()))
                .map(PublishedRow::value)
                .findFirst()
                .orElse(null);
    }

    /** Sums among the published figures of the same year and scope that the figure takes part in and that do not agree. */
    private List<BrokenIdentity> broken(PublishedRow row) {
        var broken = new ArrayList<BrokenIdentity>();
        var carriedOut = count(FigureName.CARRIED_OUT, row);
        var trained = count(FigureName.TRAINED, row);
        var ended = ended(row);
        if (carriedOut == null || trained == null || ended == null || !takesPart(row.figure())) {
            return broken;
        }
        add(broken, "TRAINED", ended.plus(carriedOut), trained);
        var carriedIn = count(FigureName.CARRIED_IN, row);
        if (carriedIn != null) {
            var opened = count(FigureName.OPENED, row);
            add(
                    broken,
                    "OPENED",
                    ended.plus(carriedOut).minus(carriedIn),
                    opened == null ? trained.minus(carriedIn) : opened);
        }
        return broken;
    }

    private static boolean takesPart(FigureName figure) {
        return switch (figure) {
            case CARRIED_IN, OPENED, TRAINED, GRADUATED, CLOSED, CARRIED_OUT -> true;
            case TERMINATED, RUNNING, PLANNED, UNFULFILLED -> false;
        };
    }

    private static void add(List<BrokenIdentity> broken, String name, Count implied, Count against) {
        if (!implied.equals(against)) {
            broken.add(new BrokenIdentity(name, implied, against));
        }
    }

    private @Nullable Count ended(PublishedRow row) {
        var graduated = count(FigureName.GRADUATED, row);
        var closed = count(FigureName.CLOSED, row);
        if (graduated == null) {
            return closed;
        }
        return closed == null ? graduated : graduated.plus(closed);
    }

    private @Nullable Count count(FigureName figure, PublishedRow beside) {
        var classes = value(figure, beside, Measure.CLASSES);
        var learners = value(figure, beside, Measure.LEARNERS);
        return classes == null || learners == null ? null : new Count(classes, learners);
    }
}
