package vn.hocvu.reporting.views.figures.ledger;

import java.util.Set;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;
import vn.hocvu.reporting.messages.consumed.Heard;

/** Folds what class-service and enrollment-service say into one row per class. */
public final class LedgerView implements View<Heard, ClassRow> {
    /** Name of the view. */
    public static final String NAME = "ledger";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ClassRow> rowType() {
        return ClassRow.class;
    }

    @Override
    public Class<Heard> factType() {
        return Heard.class;
    }

    @Override
    public ViewSource source() {
        return ViewSource.TOPICS;
    }

    @Override
    public Set<String> keys(Fact<Heard> fact) {
        var key = ClassRow.keyOf(fact);
        return key == null ? Set.of() : Set.of(key);
    }

    @Override
    public ClassRow empty(String key) {
        return ClassRow.empty(key);
    }

    @Override
    public ClassRow after(ClassRow row, Fact<Heard> fact) {
        return row.after(fact);
    }
}
