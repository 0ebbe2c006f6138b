package vn.hocvu.reporting.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.views.figures.Fulfilment;

/** Percentages of a plan as they are printed: one decimal, half up, and none where they would say too much. */
final class Shares {
    private Shares() {}

    /** The shares printed beside quota and opened. */
    static AnnualReport.Share of(Fulfilment fulfilment) {
        var quota = fulfilment.quota();
        var opened = fulfilment.opened();
        return new AnnualReport.Share(
                quota,
                opened,
                fulfilment.clear() ? AnnualReports.EXPLICIT : AnnualReports.AMBIGUOUS,
                percent(opened.classes(), quota.classes()),
                fulfilment.clear() ? percent(opened.learners(), quota.learners()) : null);
    }

    private static @Nullable Double percent(int part, int whole) {
        return whole == 0
                ? null
                : Double.valueOf(BigDecimal.valueOf(part * 100L)
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                        .doubleValue());
    }
}
