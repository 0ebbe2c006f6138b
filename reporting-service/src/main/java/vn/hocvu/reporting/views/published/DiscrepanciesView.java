package vn.hocvu.reporting.views.published;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent;

/** The register of discrepancies, one row per published figure that differed. */
@Component
public class DiscrepanciesView implements View<DiscrepancyEvent, DiscrepancyRow> {

    @Override
    public String name() {
        return "discrepancies";
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
