package vn.hocvu.planning.views.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanPhase;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * One year's plan.
 *
 * @param version   last sequence of the plan
 * @param proposers everybody who worked on the draft
 * @param comments  why it was returned last, absent if it never was
 * @param carriedIn classes and learners running into the year
 * @param carriedOut classes and learners running out of it, absent until it is closed
 */
public record PlanRow(
        String planId,
        int year,
        PlanPhase phase,
        long version,
        List<String> proposers,
        @Nullable String submittedBy,
        @Nullable LocalDate submittedOn,
        @Nullable String comments,
        @Nullable DocumentRef approval,
        @Nullable LocalDate approvedOn,
        @Nullable DocumentRef allocation,
        @Nullable LocalDate allocatedOn,
        @Nullable Stock carriedIn,
        @Nullable Stock carriedOut,
        @Nullable LocalDate closedOn)
        implements Row<PlanEvent, PlanRow> {

    /** Running classes with their learners at the end of a day. */
    public record Stock(int classes, int learners, LocalDate asOf) {}

    static PlanRow empty(String planId) {
        return new PlanRow(
                planId,
                new PlanId(planId).year().number(),
                PlanPhase.DRAFT,
                -1,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Override
    public PlanRow after(Fact<PlanEvent> fact) {
        var next = at(fact.sequence());
        var person = fact.metadata().get("actor");
        return switch (fact.body()) {
            case PlanDrafted e ->
                next.carryingIn(new Stock(e.carriedInClasses(), e.carriedInLearners(), e.carriedInAsOf()))
                        .proposedBy(person);
            case PlanItemAdded e -> e.offPlan() ? next : next.proposedBy(person);
            case PlanItemChanged e -> next.proposedBy(person);
            case PlanItemRemoved e -> next.proposedBy(person);
            case PlanSubmitted e -> next.proposedBy(person).submitted(person, e.effectiveOn());
            case PlanReturned e -> next.returned(e.comments());
            case PlanApproved e -> next.approved(e.document(), e.effectiveOn());
            case PlanAllocated e -> next.allocated(e.document(), e.effectiveOn());
            case CarryOverDetermined e -> next.carryingOut(new Stock(e.classes(), e.learners(), e.effectiveAsOf()));
            case PlanYearClosed e -> next.closed(e.effectiveOn());
            case AmendmentProposed e -> next;
            case AmendmentEndorsed e -> next;
            case AmendmentRejected e -> next;
            case AmendmentWithdrawn e -> next;
            case PlanAmended e -> next;
            case QuotaClarified e -> next;
            case AwaitedDocumentReceived e -> next;
            case ClassSlotGranted e -> next;
            case ClassSlotDenied e -> next;
            case ClassSlotReturned e -> next;
            case ClassLinked e -> next;
            case PlanItemUnfulfilled e -> next;
        };
    }

    private PlanRow at(long sequence) {
        return copy(phase, sequence, proposers, carriedIn, carriedOut, closedOn);
    }

    private PlanRow proposedBy(@Nullable String person) {
        if (person == null) {
            return this;
        }
        var all = new TreeSet<>(proposers);
        all.add(person);
        return copy(phase, version, List.copyOf(all), carriedIn, carriedOut, closedOn);
    }

    private PlanRow carryingIn(Stock stock) {
        return copy(phase, version, proposers, stock, carriedOut, closedOn);
    }

    private PlanRow carryingOut(Stock stock) {
        return copy(phase, version, proposers, carriedIn, stock, closedOn);
    }

    private PlanRow closed(LocalDate on) {
        return copy(PlanPhase.CLOSED, version, proposers, carriedIn, carriedOut, on);
    }

    private PlanRow submitted(@Nullable String person, LocalDate on) {
        return decided(PlanPhase.SUBMITTED, person, on, comments, approval, approvedOn, allocation, allocatedOn);
    }

    private PlanRow returned(String why) {
        return decided(PlanPhase.DRAFT, submittedBy, submittedOn, why, approval, approvedOn, allocation, allocatedOn);
    }

    private PlanRow approved(DocumentRef paper, LocalDate on) {
        return decided(PlanPhase.APPROVED, submittedBy, submittedOn, comments, paper, on, allocation, allocatedOn);
    }

    private PlanRow allocated(DocumentRef paper, LocalDate on) {
        return decided(PlanPhase.ALLOCATED, submittedBy, submittedOn, comments, approval, approvedOn, paper, on);
    }

    private PlanRow copy(
            PlanPhase newPhase,
            long newVersion,
            List<String> newProposers,
            @Nullable Stock in,
            @Nullable Stock out,
            @Nullable LocalDate closed) {
        return new PlanRow(
                planId,
                year,
                newPhase,
                newVersion,
                newProposers,
                submittedBy,
                submittedOn,
                comments,
                approval,
                approvedOn,
                allocation,
                allocatedOn,
                in,
                out,
                closed);
    }

    private PlanRow decided(
            PlanPhase newPhase,
            @Nullable String person,
            @Nullable LocalDate submitted,
            @Nullable String why,
            @Nullable DocumentRef approvalPaper,
            @Nullable LocalDate approved,
            @Nullable DocumentRef allocationPaper,
            @Nullable LocalDate allocated) {
        return new PlanRow(
                planId,
                year,
                newPhase,
                version,
                proposers,
                person,
                submitted,
                why,
                approvalPaper,
                approved,
                allocationPaper,
                allocated,
                carriedIn,
                carriedOut,
                closedOn);
    }
}
