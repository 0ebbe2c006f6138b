package vn.hocvu.planning.messages.consumed.classes;

import java.time.LocalDate;
import vn.hocvu.planning.views.classstock.StockFact;
import vn.hocvu.planning.views.classstock.StockRow;

/**
 * A class has opened.
 *
 * @param enrolledCount learners on its roll that day
 */
public record ClassOpened(
        String classId, String classCode, String planItemId, boolean offPlan, int enrolledCount, LocalDate effectiveOn)
        implements StockFact {
    @Override
    public StockRow applyTo(StockRow row) {
        return row.called(classCode).opened(effectiveOn);
    }
}
