package vn.hocvu.planning.messages.consumed.classes;

import java.time.LocalDate;
import vn.hocvu.planning.views.classstock.StockFact;
import vn.hocvu.planning.views.classstock.StockRow;

/** Somebody wants to hold a class and needs a place in the plan for it. */
public record ClassProposed(
        String classId,
        String classCode,
        String planItemId,
        boolean offPlan,
        String classType,
        String venueId,
        LocalDate effectiveOn)
        implements StockFact {
    @Override
    public StockRow applyTo(StockRow row) {
        return row.called(classCode);
    }
}
