package vn.hocvu.planning.views.classstock;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;

/** The classes of class-service with their rolls, one row for each. */
@Component
public class ClassStockView implements View<StockFact, StockRow> {
    @Override
    public String name() {
        return "class-stock";
    }

    @Override
    public ViewSource source() {
        return ViewSource.TOPICS;
    }

    @Override
    public Class<StockRow> rowType() {
        return StockRow.class;
    }

    @Override
    public Class<StockFact> factType() {
        return StockFact.class;
    }

    @Override
    public Set<String> keys(Fact<StockFact> fact) {
        return Set.of(fact.body().classId());
    }

    @Override
    public StockRow empty(String key) {
        return StockRow.empty(key);
    }

    @Override
    public StockRow after(StockRow row, Fact<StockFact> fact) {
        return row.after(fact);
    }
}
