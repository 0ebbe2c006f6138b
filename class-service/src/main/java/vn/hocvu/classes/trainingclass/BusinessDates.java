package vn.hocvu.classes.trainingclass;

import java.time.LocalDate;

/** Which business dates make sense one after the other. */
final class BusinessDates {
    private BusinessDates() {}

    static void requireInPlanYear(LocalDate effectiveOn, PlanItemId item) {
        if (effectiveOn.getYear() != item.year()) {
            throw new ClassRefusal.OutsidePlanYear(effectiveOn, item.year());
        }
    }

    /** What follows the opening cannot have happened before it, else the class would leave the stock before it entered. */
    static void requireNotBeforeOpening(LocalDate effectiveOn, ClassState state) {
        var opening = state.opening();
        if (opening != null && effectiveOn.isBefore(opening.on())) {
            throw new ClassRefusal.Malformed("effectiveOn", effectiveOn, "not before the opening on " + opening.on());
        }
    }

    static void requireDeadline(LocalDate deadline, LocalDate effectiveOn, ClassState state) {
        if (deadline.isBefore(effectiveOn)) {
            throw new ClassRefusal.Malformed("deadline", deadline, "not before " + effectiveOn);
        }
        var former = state.deadline();
        if (former != null && !deadline.isAfter(former)) {
            throw new ClassRefusal.Malformed("deadline", deadline, "later than the former deadline " + former);
        }
    }
}
