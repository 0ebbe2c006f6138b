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
 * @param amendments changes that wait for a decision
 */
record PlanState(
        PlanPhase phase, int itemsEver, List<PlanItem> items, List<String> proposers, AmendmentBook amendments) {
    static final PlanState EMPTY = new PlanState(PlanPhase.DRAFT, 0, List.of(), List.of(), AmendmentBook.EMPTY);

    PlanState {
        items = List.copyOf(items);
        proposers = List.copyOf(proposers);
    }

    PlanState after(PlanEvent event, @Nullable String actor) {
        return switch (event) {
            case PlanDrafted e -> proposedBy(actor);
            case PlanItemAdded e ->
                adding(PlanItem.of(e.itemId(), e.terms(), e.requestId())).proposedBy(e.offPlan() ? null : actor);
            case PlanItemChanged e ->
                with(e.itemId(), item -> PlanItem.proposed(item.id(), e.after()))
                        .proposedBy(actor);
            case PlanItemRemoved e -> removing(e.itemId()).proposedBy(actor);
            case PlanSubmitted e -> in(PlanPhase.SUBMITTED).proposedBy(actor);
            case PlanReturned e -> in(PlanPhase.DRAFT);
            case PlanApproved e -> in(PlanPhase.APPROVED);
            case PlanAllocated e -> in(PlanPhase.ALLOCATED);
            case AmendmentProposed e -> booked(amendments.proposed(e, actor));
            case AmendmentEndorsed e ->
                booked(amendments.endorsed(e.amendmentId(), new Approver(actor == null ? "" : actor, e.step())));
            case AmendmentRejected e -> booked(amendments.settled(e.amendmentId()));
            case AmendmentWithdrawn e -> booked(amendments.settled(e.amendmentId()));
            case PlanAmended e -> amended(e).booked(amendments.settled(e.amendmentId()));
            case QuotaClarified e -> with(e.itemId(), item -> item.saying(e.after()));
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

    /** Number of the next item; a number is never used twice. */
    PlanItemId nextItemId(PlanYear year) {
        return PlanItemId.of(year, itemsEver + 1);
    }

    boolean hasItemFor(OffPlanRequestId requestId) {
        return items.stream().anyMatch(i -> requestId.equals(i.requestId()));
    }

    List<Allocation> allocations() {
        return items.stream().map(i -> new Allocation(i.id(), i.terms())).toList();
    }

    PlanTotals totals() {
        int classes = 0;
        int learners = 0;
        var ambiguous = new ArrayList<AmbiguousFigure>();
        for (var item : inPlan()) {
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
        var planned = inPlan();
        return new YearTotals(
                totals.classes(),
                totals.learners(),
                planned.stream().mapToInt(i -> i.fulfilment().opened()).sum(),
                planned.stream().mapToInt(PlanItem::enrolled).sum(),
                planned.stream().mapToInt(PlanItem::unfulfilledClasses).sum(),
                planned.stream().mapToInt(PlanItem::unfulfilledLearners).sum(),
                totals.ambiguousFigures());
    }

    private List<PlanItem> inPlan() {
        return items.stream().filter(PlanItem::inPlan).toList();
    }

    private PlanState in(PlanPhase next) {
        return new PlanState(next, itemsEver, items, proposers, amendments);
    }

    private PlanState booked(AmendmentBook book) {
        return new PlanState(phase, itemsEver, items, proposers, book);
    }

    private PlanState amended(PlanAmended e) {
        var after = e.after();
        if (after == null) {
            return removing(e.itemId());
        }
        return e.before() == null
                ? adding(PlanItem.proposed(e.itemId(), after))
                : with(e.itemId(), item -> item.saying(after));
    }

    private PlanState proposedBy(@Nullable String actor) {
        if (actor == null || proposers.contains(actor)) {
            return this;
        }
        var more = new ArrayList<>(proposers);
        more.add(actor);
        return new PlanState(phase, itemsEver, items, more, amendments);
    }

    private PlanState adding(PlanItem item) {
        var more = new ArrayList<>(items);
        more.add(item);
        return new PlanState(phase, itemsEver + 1, more, proposers, amendments);
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
        return new PlanState(phase, itemsEver, others, proposers, amendments);
    }
}
