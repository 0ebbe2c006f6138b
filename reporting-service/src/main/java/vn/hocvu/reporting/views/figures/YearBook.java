package vn.hocvu.reporting.views.figures;

import java.util.List;
import java.util.function.Predicate;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.reporting.publishedfigure.Dimensions;
import vn.hocvu.reporting.views.figures.ledger.ClassRow;
import vn.hocvu.reporting.views.figures.ledger.LedgerView;
import vn.hocvu.reporting.views.figures.planbook.PlanBookView;
import vn.hocvu.reporting.views.figures.planbook.PlanRow;

/** The rows from which figures follow, as they stand in the views now. */
public final class YearBook {
    private final Views views;

    public YearBook(Views views) {
        this.views = views;
    }

    /** Figures of everything. */
    public Figures figures(AsOf asOf) {
        return Figures.of(classes(), plans(), asOf);
    }

    /** Figures of the classes and items that somebody may see. */
    public Figures figures(AsOf asOf, Predicate<Dimensions> visible) {
        return Figures.of(
                classes().stream()
                        .filter(row -> row.traits() != null && visible.test(row.traits()))
                        .toList(),
                plans().stream().map(plan -> only(plan, visible)).toList(),
                asOf);
    }

    private static PlanRow only(PlanRow plan, Predicate<Dimensions> visible) {
        var items = plan.items().stream().filter(visible).toList();
        return new PlanRow(
                plan.planId(),
                plan.year(),
                items.isEmpty() ? null : plan.allocated(),
                items,
                plan.slots(),
                plan.givenUp(),
                plan.documents(),
                plan.closed(),
                plan.revisions().stream()
                        .filter(revision -> sees(revision, visible))
                        .toList());
    }

    /** An item moved out of somebody's sight is seen to leave, one moved into it is not seen before. */
    private static boolean sees(PlanRow.Revision revision, Predicate<Dimensions> visible) {
        var before = revision.before();
        var after = revision.after();
        return (before != null && visible.test(before)) || (after != null && visible.test(after));
    }

    private List<ClassRow> classes() {
        return views.rows(LedgerView.class).all();
    }

    private List<PlanRow> plans() {
        return views.rows(PlanBookView.class).all();
    }
}
