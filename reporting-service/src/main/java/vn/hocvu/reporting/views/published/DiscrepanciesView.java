package vn.hocvu.reporting.views.published;

import java.util.Set;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent;

/** One row per entry of the register of discrepancies. */
public final class DiscrepanciesView implements View<DiscrepancyEvent, DiscrepancyRow> {
    /** Name of the view. */
    public static final String NAME = "discrepancies";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<DiscrepancyRow> rowType() {
        return DiscrepancyRow.class;
    }

    @Override
    public Class<DiscrepancyEvent> factType() {
        return DiscrepancyEvent.class;
    }

    @Override
    public Set<String> keys(Fact<DiscrepancyEvent> fact) {
        return Set.of(fact.body().discrepancyId().value());
    }

    @Override
    public DiscrepancyRow empty(String key) {
        return DiscrepancyRow.empty(key);
    }

    @Override
    public DiscrepancyRow after(DiscrepancyRow row, Fact<DiscrepancyEvent> fact) {
        return row.after(fact);
    }
}
