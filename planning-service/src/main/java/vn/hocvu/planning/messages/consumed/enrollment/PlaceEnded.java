package vn.hocvu.planning.messages.consumed.enrollment;

import java.time.LocalDate;
import vn.hocvu.planning.views.classstock.StockFact;
import vn.hocvu.planning.views.classstock.StockRow;

/** A learner has left the roll of a class, in whatever way. */
public record PlaceEnded(String classId, LocalDate effectiveOn) implements StockFact {
    @Override
    public StockRow applyTo(StockRow row) {
        return row.rollChanged(effectiveOn, -1);
    }
}
