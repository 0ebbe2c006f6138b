package vn.hocvu.reporting.views.published;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.viewstore.Views;

/** What was published, and where it differs from what the facts give. */
@Component
public class PublishedFigures {

    private final Views views;

    PublishedFigures(Views views) {
        this.views = views;
    }

    public List<PublishedRow> all() {
        return views.rows(PublishedView.class).all().stream()
                .sorted(Comparator.comparing(PublishedRow::figureId))
                .toList();
    }

    /** Entries of the register, open ones first. */
    public List<DiscrepancyRow> discrepancies() {
        return views.rows(DiscrepanciesView.class).all().stream()
                .sorted(Comparator.comparing(DiscrepancyRow::state).thenComparing(DiscrepancyRow::discrepancyId))
                .toList();
    }

    public Optional<DiscrepancyRow> discrepancy(String id) {
        return views.rows(DiscrepanciesView.class).find(id);
    }
}
