package vn.hocvu.planning.trainingplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One item of a plan with what became of it.
 *
 * @param awaiting            true while the paper it waits for has not come
 * @param slots               classes granted or opened, in order of arrival
 * @param unfulfilledClasses  classes given up
 * @param unfulfilledLearners learners planned for them
 * @param requestId           the request behind an off-plan item, absent for an item of the plan proper
 */
record PlanItem(
        PlanItemId id,
        PlanItemTerms terms,
        boolean awaiting,
        List<Slot> slots,
        int unfulfilledClasses,
        int unfulfilledLearners,
        @Nullable OffPlanRequestId requestId) {
    PlanItem {
        slots = List.copyOf(slots);
    }

    static PlanItem proposed(PlanItemId id, PlanItemTerms terms) {
        return of(id, terms, null);
    }

    static PlanItem of(PlanItemId id, PlanItemTerms terms, @Nullable OffPlanRequestId requestId) {
        return new PlanItem(id, terms, terms.awaits() != null, List.of(), 0, 0, requestId);
    }

    /** The same item with other terms and everything that became of it. */
    PlanItem saying(PlanItemTerms other) {
        return new PlanItem(id, other, awaiting, slots, unfulfilledClasses, unfulfilledLearners, requestId);
    }

    PlanItem documentReceived() {
        return new PlanItem(id, terms, false, slots, unfulfilledClasses, unfulfilledLearners, requestId);
    }

    /** P7: only items of the plan proper count in its quotas. */
    boolean inPlan() {
        return requestId == null;
    }

    PlanItem granted(ClassId classId, VenueId venueId) {
        var more = new ArrayList<>(slots);
        more.add(Slot.granted(classId, venueId));
        return withSlots(more);
    }

    PlanItem without(@Nullable ClassId classId) {
        return withSlots(
                slots.stream().filter(s -> !s.classId().equals(classId)).toList());
    }

    PlanItem opened(ClassId classId, int enrolled) {
        return withSlots(slots.stream()
                .map(s -> s.classId().equals(classId) ? s.opened(enrolled) : s)
                .toList());
    }

    PlanItem unfulfilled(int classes, int learners, @Nullable ClassId classId) {
        var left = without(classId);
        return new PlanItem(
                id,
                terms,
                awaiting,
                left.slots,
                unfulfilledClasses + classes,
                unfulfilledLearners + learners,
                requestId);
    }

    Fulfilment fulfilment() {
        return new Fulfilment(
                terms.quota().classes(), count(SlotState.GRANTED), count(SlotState.OPENED), unfulfilledClasses);
    }

    /** Learners of the classes that have opened, counted at their opening. */
    int enrolled() {
        return slots.stream().mapToInt(Slot::enrolled).sum();
    }

    Optional<Slot> slot(ClassId classId) {
        return slots.stream().filter(s -> s.classId().equals(classId)).findFirst();
    }

    boolean holds(ClassId classId, SlotState state) {
        return slot(classId).filter(s -> s.state() == state).isPresent();
    }

    private int count(SlotState state) {
        return (int) slots.stream().filter(s -> s.state() == state).count();
    }

    private PlanItem withSlots(List<Slot> others) {
        return new PlanItem(id, terms, awaiting, others, unfulfilledClasses, unfulfilledLearners, requestId);
    }
}
