package vn.hocvu.planning.trainingplan;

import java.time.LocalDate;
import java.util.List;
import vn.hocvu.planning.trainingplan.PlanEvent.CarryOverDetermined;
import vn.hocvu.planning.trainingplan.PlanRefusal.YearNotSettled;

/** A year is closed after its last day, when every item is settled. */
final class YearEnd {
    private YearEnd() {}

    static void require(PlanYear year, PlanState state, LocalDate effectiveOn) {
        if (!effectiveOn.isAfter(year.lastDay())) {
            throw new YearNotSettled(year, List.of());
        }
        var unsettled = state.items().stream()
                .filter(i -> !i.fulfilment().settled())
                .map(PlanItem::id)
                .toList();
        if (!unsettled.isEmpty()) {
            throw new YearNotSettled(year, unsettled);
        }
    }

    static CarryOverDetermined carriedOut(PlanId planId, CarryOver out, LocalDate effectiveOn) {
        return new CarryOverDetermined(
                planId,
                planId.year(),
                out.classIds(),
                out.classes(),
                out.learners(),
                out.effectiveAsOf(),
                out.recordedAsOf(),
                effectiveOn);
    }
}
