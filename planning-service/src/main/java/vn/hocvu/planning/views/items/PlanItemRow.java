package vn.hocvu.planning.views.items;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.DenialCause;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.Fulfilment;
import vn.hocvu.planning.trainingplan.ItemState;
import vn.hocvu.planning.trainingplan.OffPlanRequestId;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * One plan item, what it promises and what became of it.
 *
 * @param terms            absent only in a row of an item that was never added
 * @param removed          true once it was taken out of the draft, or out of the allocated plan by an amendment
 * @param allocatedOn      day from which it may be carried out, absent before
 * @param awaiting         true while the paper it waits for has not come
 * @param receivedDocument that paper, once it has come
 * @param classes          classes that asked for a place, in order of arrival
 * @param givenUp          classes given up
 * @param requestId        the request behind an off-plan item, absent for an item of the plan proper
 * @param version          last sequence of the plan that concerned the item
 */
public record PlanItemRow(
        String itemId,
        String planId,
        int number,
        @Nullable PlanItemTerms terms,
        boolean removed,
        @Nullable LocalDate allocatedOn,
        boolean awaiting,
        @Nullable DocumentRef receivedDocument,
        List<LinkedClass> classes,
        List<GivenUp> givenUp,
        @Nullable String requestId,
        long version)
        implements Row<PlanEvent, PlanItemRow> {

    /**
     * A class that asked for a place.
     *
     * @param place    {@code GRANTED}, {@code OPENED}, {@code DENIED}, {@code RETURNED} or {@code GIVEN_UP}
     * @param cause    why it was denied, absent otherwise
     * @param enrolled learners at its opening, 0 before
     * @param since    business date of the last change
     */
    public record LinkedClass(
            String classId,
            String place,
            @Nullable DenialCause cause,
            @Nullable String venueId,
            int enrolled,
            LocalDate since) {}

    /** Classes given up, with the reason. */
    public record GivenUp(
            int classes,
            int learners,
            String reasonCode,
            @Nullable String reasonText,
            @Nullable String classId,
            @Nullable DocumentRef document,
            LocalDate effectiveOn) {}

    static PlanItemRow empty(String itemId) {
        var id = new PlanItemId(itemId);
        return new PlanItemRow(
                itemId,
                id.planId().value(),
                id.number(),
                null,
                false,
                null,
                false,
                null,
                List.of(),
                List.of(),
                null,
                -1);
    }

    @Override
    public PlanItemRow after(Fact<PlanEvent> fact) {
        var on = fact.body().effectiveOn();
        var next = at(fact.sequence());
        return switch (fact.body()) {
            case PlanItemAdded e -> next.promising(e.terms()).requested(e.requestId(), on);
            case AmendmentProposed e -> next;
            case AmendmentEndorsed e -> next;
            case AmendmentRejected e -> next;
            case AmendmentWithdrawn e -> next;
            case PlanAmended e -> next.amended(e.before(), e.after(), on);
            case QuotaClarified e -> next.saying(e.after());
            case PlanItemChanged e -> next.promising(e.after());
            case PlanItemRemoved e -> next.taken();
            case PlanAllocated e -> next.allocated(on);
            case AwaitedDocumentReceived e -> next.received(e.document());
            case ClassSlotGranted e ->
                next.placed(e.classId().value(), "GRANTED", null, e.venueId().value(), 0, on);
            case ClassSlotDenied e -> next.placed(e.classId().value(), "DENIED", e.cause(), null, 0, on);
            case ClassSlotReturned e -> next.placed(e.classId().value(), "RETURNED", null, null, 0, on);
            case ClassLinked e -> next.placed(e.classId().value(), "OPENED", null, null, e.enrolledCount(), on);
            case PlanItemUnfulfilled e -> next.givingUp(e);
            case PlanDrafted e -> this;
            case PlanSubmitted e -> this;
            case PlanReturned e -> this;
            case PlanApproved e -> this;
            case CarryOverDetermined e -> this;
            case PlanYearClosed e -> this;
        };
    }

    /** The terms of an item that was added. */
    public PlanItemTerms promise() {
        return Optional.ofNullable(terms).orElseThrow();
    }

    public Fulfilment fulfilment() {
        return new Fulfilment(
                terms == null ? 0 : terms.quota().classes(),
                count("GRANTED"),
                count("OPENED"),
                givenUp.stream().mapToInt(GivenUp::classes).sum());
    }

    /** P7: only items of the plan proper count in its quotas. */
    public boolean offPlan() {
        return requestId != null;
    }

    public ItemState state() {
        if (removed) {
            return ItemState.REMOVED;
        }
        return allocatedOn == null ? ItemState.PROPOSED : fulfilment().state();
    }

    /** Learners at the opening of the linked classes. */
    public int enrolled() {
        return classes.stream().mapToInt(LinkedClass::enrolled).sum();
    }

    /** Learners planned for the classes given up. */
    public int unfulfilledLearners() {
        return givenUp.stream().mapToInt(GivenUp::learners).sum();
    }

    private int count(String place) {
        return (int) classes.stream().filter(c -> c.place().equals(place)).count();
    }

    private PlanItemRow at(long sequence) {
        return new PlanItemRow(
                itemId,
                planId,
                number,
                terms,
                removed,
                allocatedOn,
                awaiting,
                receivedDocument,
                classes,
                givenUp,
                requestId,
                sequence);
    }

    private PlanItemRow promising(PlanItemTerms promised) {
        return new PlanItemRow(
                itemId,
                planId,
                number,
                promised,
                removed,
                allocatedOn,
                promised.awaits() != null,
                receivedDocument,
                classes,
                givenUp,
                requestId,
                version);
    }

    private PlanItemRow requested(@Nullable OffPlanRequestId request, LocalDate on) {
        if (request == null) {
            return this;
        }
        return new PlanItemRow(
                itemId,
                planId,
                number,
                terms,
                removed,
                on,
                awaiting,
                receivedDocument,
                classes,
                givenUp,
                request.value(),
                version);
    }

    private PlanItemRow amended(@Nullable PlanItemTerms before, @Nullable PlanItemTerms after, LocalDate on) {
        if (after == null) {
            return taken();
        }
        return before == null ? promising(after).allocated(on) : saying(after);
    }

    private PlanItemRow saying(PlanItemTerms other) {
        return new PlanItemRow(
                itemId,
                planId,
                number,
                other,
                removed,
                allocatedOn,
                awaiting,
                receivedDocument,
                classes,
                givenUp,
                requestId,
                version);
    }

    private PlanItemRow taken() {
        return new PlanItemRow(
                itemId,
                planId,
                number,
                terms,
                true,
                allocatedOn,
                awaiting,
                receivedDocument,
                classes,
                givenUp,
                requestId,
                version);
    }

    private PlanItemRow allocated(LocalDate on) {
        return new PlanItemRow(
                itemId,
                planId,
                number,
                terms,
                removed,
                on,
                awaiting,
                receivedDocument,
                classes,
                givenUp,
                requestId,
                version);
    }

    private PlanItemRow received(DocumentRef paper) {
        return new PlanItemRow(
                itemId,
                planId,
                number,
                terms,
                removed,
                allocatedOn,
                false,
                paper,
                classes,
                givenUp,
                requestId,
                version);
    }

    private PlanItemRow placed(
            String classId,
            String place,
            @Nullable DenialCause cause,
            @Nullable String venueId,
            int enrolled,
            LocalDate on) {
        var more = new ArrayList<LinkedClass>();
        String venue = venueId;
        for (var c : classes) {
            if (!c.classId().equals(classId)) {
                more.add(c);
            } else if (venue == null) {
                venue = c.venueId();
            }
        }
        more.add(new LinkedClass(classId, place, cause, venue, enrolled, on));
        return new PlanItemRow(
                itemId,
                planId,
                number,
                terms,
                removed,
                allocatedOn,
                awaiting,
                receivedDocument,
                more,
                givenUp,
                requestId,
                version);
    }

    private PlanItemRow givingUp(PlanItemUnfulfilled e) {
        var classId = e.classId() == null ? null : e.classId().value();
        var held = classId == null ? this : placed(classId, "GIVEN_UP", null, null, 0, e.effectiveOn());
        var more = new ArrayList<>(givenUp);
        more.add(new GivenUp(
                e.classes(),
                e.learners(),
                e.reasonCode().name(),
                e.reasonText(),
                classId,
                e.document(),
                e.effectiveOn()));
        return new PlanItemRow(
                itemId,
                planId,
                number,
                terms,
                removed,
                allocatedOn,
                awaiting,
                receivedDocument,
                held.classes,
                more,
                requestId,
                version);
    }
}
