package vn.hocvu.planning.trainingplan;

import java.util.Optional;
import vn.hocvu.planning.trainingplan.PlanCommand.GrantClassSlot;
import vn.hocvu.planning.trainingplan.PlanEvent.ClassSlotDenied;
import vn.hocvu.planning.trainingplan.PlanEvent.ClassSlotGranted;

/** A class gets a place in an allocated item that waits for nothing, has classes left, and is meant for such a class. */
final class SlotRule {
    private SlotRule() {}

    static PlanEvent answer(PlanState state, GrantClassSlot order) {
        var on = order.effectiveOn();
        return denial(state, order)
                .<PlanEvent>map(
                        cause -> new ClassSlotDenied(order.planId(), order.itemId(), order.classId(), cause, on))
                .orElseGet(() ->
                        new ClassSlotGranted(order.planId(), order.itemId(), order.classId(), order.venueId(), on));
    }

    /** Why the class gets no place; empty if it does. */
    private static Optional<DenialCause> denial(PlanState state, GrantClassSlot order) {
        return switch (state.phase()) {
            case CLOSED -> Optional.of(DenialCause.YEAR_CLOSED);
            case DRAFT, SUBMITTED, APPROVED -> Optional.of(DenialCause.PLAN_NOT_ALLOCATED);
            case ALLOCATED ->
                state.find(order.itemId())
                        .map(item -> denial(item, order))
                        .orElse(Optional.of(DenialCause.ITEM_UNKNOWN));
        };
    }

    private static Optional<DenialCause> denial(PlanItem item, GrantClassSlot order) {
        if (item.awaiting()) {
            return Optional.of(DenialCause.AWAITING_DOCUMENT);
        }
        if (item.fulfilment().remaining() < 1) {
            return Optional.of(DenialCause.QUOTA_EXHAUSTED);
        }
        if (item.terms().classType() != order.classType()) {
            return Optional.of(DenialCause.CLASS_TYPE_DIFFERS);
        }
        return item.terms().venue().admits(order.venueId()) ? Optional.empty() : Optional.of(DenialCause.VENUE_DIFFERS);
    }
}
