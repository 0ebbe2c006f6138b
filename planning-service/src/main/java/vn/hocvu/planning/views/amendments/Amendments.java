package vn.hocvu.planning.views.amendments;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Rows;
import vn.hocvu.platform.viewstore.Views;

/** Finds amendments, the latest first. */
@Component
public class Amendments {
    private static final Comparator<AmendmentRow> LATEST_FIRST = Comparator.comparing(AmendmentRow::planId)
            .thenComparing(AmendmentRow::amendmentId)
            .reversed();

    private final Views views;

    Amendments(Views views) {
        this.views = views;
    }

    public Optional<AmendmentRow> find(String amendmentId) {
        return rows().find(amendmentId).filter(Amendments::known);
    }

    public List<AmendmentRow> all() {
        return rows().all().stream()
                .filter(Amendments::known)
                .sorted(LATEST_FIRST)
                .toList();
    }

    public List<AmendmentRow> ofItem(String itemId) {
        return where("itemId", itemId);
    }

    /** Amendments that wait for a decision. */
    public List<AmendmentRow> open() {
        return where("open", true);
    }

    private List<AmendmentRow> where(String field, Object value) {
        return rows().page(RowQuery.where(field, value)).rows().stream()
                .filter(Amendments::known)
                .sorted(LATEST_FIRST)
                .toList();
    }

    private Rows<AmendmentRow> rows() {
        return views.rows(AmendmentView.class);
    }

    private static boolean known(AmendmentRow row) {
        return row.proposal() != null;
    }
}
