package vn.hocvu.planning.messages.consumed.enrollment;

import java.time.LocalDate;
import vn.hocvu.planning.views.classstock.StockFact;
import vn.hocvu.planning.views.classstock.StockRow;

/** A learner has come onto the roll of a class. */
public record PlaceTaken(String classId, LocalDate effectiveOn) implements StockFact {
    @Override
    public StockRow applyTo(StockRow row) {
        return row.rollChanged(effectiveOn, 1);
    }
}
