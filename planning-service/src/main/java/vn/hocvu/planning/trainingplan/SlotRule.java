package vn.hocvu.planning.trainingplan;

import java.util.Optional;
import vn.hocvu.planning.trainingplan.PlanCommand.GrantClassSlot;
import vn.hocvu.planning.trainingplan.PlanCommand.LinkClass;
import vn.hocvu.planning.trainingplan.PlanEvent.ClassLinked;
import vn.hocvu.planning.trainingplan.PlanEvent.ClassSlotDenied;
import vn.hocvu.planning.trainingplan.PlanEvent.ClassSlotGranted;
import vn.hocvu.planning.trainingplan.PlanRefusal.WrongState;

/** A class gets a place in an allocated item that waits for nothing, has classes left, and is meant for such a class. */
final class SlotRule {
    private SlotRule() {}

    /** Granted or denied; nothing for a class that has its place already. */
    static Optional<PlanEvent> answer(PlanState state, GrantClassSlot order) {
        if (state.find(order.itemId()).flatMap(i -> i.slot(order.classId())).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(fresh(state, order));
    }

    /** A class that held a place has opened; nothing if that is known. */
    static Optional<ClassLinked> opened(PlanItem item, LinkClass order) {
        if (item.holds(order.classId(), SlotState.OPENED)) {
            return Optional.empty();
        }
        if (!item.holds(order.classId(), SlotState.GRANTED)) {
            throw new WrongState("NO_SLOT", SlotState.GRANTED);
        }
        return Optional.of(new ClassLinked(
                order.planId(), item.id(), order.classId(), order.enrolledCount(), order.effectiveOn()));
    }

    private static PlanEvent fresh(PlanState state, GrantClassSlot order) {
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
