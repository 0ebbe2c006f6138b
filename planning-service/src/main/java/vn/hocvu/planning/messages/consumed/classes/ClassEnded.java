package vn.hocvu.planning.messages.consumed.classes;

import java.time.LocalDate;
import vn.hocvu.planning.views.classstock.StockFact;
import vn.hocvu.planning.views.classstock.StockRow;

/** An opened class has ended: graduated, closed or terminated. */
public record ClassEnded(String classId, LocalDate effectiveOn) implements StockFact {
    @Override
    public StockRow applyTo(StockRow row) {
        return row.ended(effectiveOn);
    }
}
