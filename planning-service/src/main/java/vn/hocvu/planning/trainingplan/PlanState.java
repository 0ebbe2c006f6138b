package vn.hocvu.planning.trainingplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.trainingplan.PlanRefusal.*;

/**
 * What the plan must know to decide.
 *
 * @param itemsEver items ever added, so that a number is never used twice
 * @param proposers everybody who worked on the draft
 */
record PlanState(PlanPhase phase, int itemsEver, List<PlanItem> items, List<String> proposers) {
    static final PlanState EMPTY = new PlanState(PlanPhase.DRAFT, 0, List.of(), List.of());

    PlanState {
        items = List.copyOf(items);
        proposers = List.copyOf(proposers);
    }

    PlanState after(PlanEvent event, @Nullable String actor) {
        return switch (event) {
            case PlanDrafted e -> proposedBy(actor);
            case PlanItemAdded e ->
                adding(PlanItem.proposed(e.itemId(), e.terms())).proposedBy(actor);
            case PlanItemChanged e ->
                with(e.itemId(), item -> PlanItem.proposed(item.id(), e.after()))
                        .proposedBy(actor);
            case PlanItemRemoved e -> removing(e.itemId()).proposedBy(actor);
            case PlanSubmitted e -> in(PlanPhase.SUBMITTED).proposedBy(actor);
            case PlanReturned e -> in(PlanPhase.DRAFT);
            case PlanApproved e -> in(PlanPhase.APPROVED);
            case PlanAllocated e -> in(PlanPhase.ALLOCATED);
            case AwaitedDocumentReceived e -> with(e.itemId(), PlanItem::documentReceived);
            case ClassSlotGranted e -> with(e.itemId(), item -> item.granted(e.classId(), e.venueId()));
            case ClassSlotDenied e -> this;
            case ClassSlotReturned e -> with(e.itemId(), item -> item.without(e.classId()));
            case ClassLinked e -> with(e.itemId(), item -> item.opened(e.classId(), e.enrolledCount()));
            case PlanItemUnfulfilled e ->
                with(e.itemId(), item -> item.unfulfilled(e.classes(), e.learners(), e.classId()));
            case CarryOverDetermined e -> this;
            case PlanYearClosed e -> in(PlanPhase.CLOSED);
        };
    }

    Optional<PlanItem> find(PlanItemId itemId) {
        return items.stream().filter(i -> i.id().equals(itemId)).findFirst();
    }

    PlanItem item(PlanItemId itemId) {
        return find(itemId).orElseThrow(() -> new PlanItemNotFound(itemId));
    }

    /** True while the class holds a place in the item and has not opened. */
    boolean granted(PlanItemId itemId, ClassId classId) {
        return find(itemId).filter(i -> i.holds(classId, SlotState.GRANTED)).isPresent();
    }

    List<Allocation> allocations() {
        return items.stream().map(i -> new Allocation(i.id(), i.terms())).toList();
    }

    PlanTotals totals() {
        int classes = 0;
        int learners = 0;
        var ambiguous = new ArrayList<AmbiguousFigure>();
        for (var item : items) {
            var quota = item.terms().quota();
            classes += quota.classes();
            if (quota.learners() != null) {
                learners += quota.learners();
            }
            if (quota.ambiguousValue() != null) {
                ambiguous.add(new AmbiguousFigure(item.id(), quota.ambiguousValue(), quota.readings()));
            }
        }
        return new PlanTotals(classes, learners, ambiguous);
    }

    YearTotals yearTotals() {
        var totals = totals();
        return new YearTotals(
                totals.classes(),
                totals.learners(),
                items.stream().mapToInt(i -> i.fulfilment().opened()).sum(),
                items.stream().mapToInt(PlanItem::enrolled).sum(),
                items.stream().mapToInt(PlanItem::unfulfilledClasses).sum(),
                items.stream().mapToInt(PlanItem::unfulfilledLearners).sum(),
                totals.ambiguousFigures());
    }

    private PlanState in(PlanPhase next) {
        return new PlanState(next, itemsEver, items, proposers);
    }

    private PlanState proposedBy(@Nullable String actor) {
        if (actor == null || proposers.contains(actor)) {
            return this;
        }
        var more = new ArrayList<>(proposers);
        more.add(actor);
        return new PlanState(phase, itemsEver, items, more);
    }

    private PlanState adding(PlanItem item) {
        var more = new ArrayList<>(items);
        more.add(item);
        return new PlanState(phase, itemsEver + 1, more, proposers);
    }

    private PlanState removing(PlanItemId itemId) {
        return withItems(items.stream().filter(i -> !i.id().equals(itemId)).toList());
    }

    private PlanState with(PlanItemId itemId, UnaryOperator<PlanItem> change) {
        return withItems(items.stream()
                .map(i -> i.id().equals(itemId) ? change.apply(i) : i)
                .toList());
    }

    private PlanState withItems(List<PlanItem> others) {
        return new PlanState(phase, itemsEver, others, proposers);
    }
}
