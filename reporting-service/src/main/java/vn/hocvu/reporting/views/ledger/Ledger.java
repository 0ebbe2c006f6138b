package vn.hocvu.reporting.views.ledger;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.viewstore.Views;

/** The classes as figures see them. */
@Component
public class Ledger {

    private final Views views;

    Ledger(Views views) {
        this.views = views;
    }

    public List<ClassRow> classes() {
        return views.rows(LedgerView.class).all();
    }
}
