package vn.hocvu.reporting.views.ledger;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;
import vn.hocvu.reporting.messages.consumed.Heard;

/** Folds what class-service and enrollment-service say into one row per class. */
@Component
public class LedgerView implements View<Heard, ClassRow> {

    @Override
    public String name() {
        return "ledger";
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
        return ClassRow.concerns(fact.type()) ? Set.of(fact.body().required("classId")) : Set.of();
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
