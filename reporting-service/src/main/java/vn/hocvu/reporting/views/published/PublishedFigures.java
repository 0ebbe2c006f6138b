package vn.hocvu.reporting.views.published;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.reporting.discrepancy.DiscrepancyId;
import vn.hocvu.reporting.publishedfigure.FigureId;

/** What was published, and where it differs from what follows from the facts. */
public final class PublishedFigures {
    private final Views views;

    public PublishedFigures(Views views) {
        this.views = views;
    }

    /** Every published figure, by year and id. */
    public List<PublishedRow> all() {
        return views.rows(PublishedFiguresView.class).all().stream()
                .filter(row -> row.last() != null)
                .sorted(Comparator.comparing(PublishedRow::figureId))
                .toList();
    }

    public Optional<PublishedRow> find(FigureId figureId) {
        return views.rows(PublishedFiguresView.class).find(figureId.value());
    }

    public Optional<DiscrepancyRow> entry(DiscrepancyId id) {
        return views.rows(DiscrepanciesView.class).find(id.value());
    }

    public List<DiscrepancyRow> entries() {
        return views.rows(DiscrepanciesView.class).all();
    }

    /** The gaps as known at an instant. */
    public List<Gap> gaps(Instant known) {
        return Gap.at(known, entries());
    }
}
