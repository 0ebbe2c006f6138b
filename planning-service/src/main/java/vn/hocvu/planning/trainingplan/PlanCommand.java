package vn.hocvu.planning.trainingplan;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything that can be ordered about one year's plan. */
public sealed interface PlanCommand {
    PlanId planId();

    /** Business date from which the order shall hold; may lie in the past. */
    LocalDate effectiveOn();

    /** Begins the plan of a year; the classes carried in are looked up, never given. */
    record DraftPlan(@TargetAggregateIdentifier PlanId planId, LocalDate effectiveOn) implements PlanCommand {}

    record AddPlanItem(@TargetAggregateIdentifier PlanId planId, PlanItemTerms terms, LocalDate effectiveOn)
            implements PlanCommand {}

    record ChangePlanItem(
            @TargetAggregateIdentifier PlanId planId, PlanItemId itemId, PlanItemTerms terms, LocalDate effectiveOn)
            implements PlanCommand {}

    record RemovePlanItem(@TargetAggregateIdentifier PlanId planId, PlanItemId itemId, LocalDate effectiveOn)
            implements PlanCommand {}

    record SubmitPlan(@TargetAggregateIdentifier PlanId planId, LocalDate effectiveOn) implements PlanCommand {}

    /**
     * @param comments what has to be changed before the plan is submitted again
     */
    record ReturnPlan(@TargetAggregateIdentifier PlanId planId, String comments, LocalDate effectiveOn)
            implements PlanCommand {}

    record ApprovePlan(
            @TargetAggregateIdentifier PlanId planId,
            @Nullable DocumentRef document,
            LocalDate effectiveOn) implements PlanCommand {}

    /**
     * @param confirmed the totals that the person saw and confirmed, absent if none were shown
     */
    record AllocatePlan(
            @TargetAggregateIdentifier PlanId planId,
            @Nullable DocumentRef document,
            @Nullable ConfirmedTotals confirmed,
            LocalDate effectiveOn)
            implements PlanCommand {}

    /**
     * Asks for a change of an allocated plan.
     *
     * @param itemId     the item to be changed, absent for one to be added
     * @param before     what the proposer saw, absent for an item to be added; must be what the item says
     * @param after      what it shall say, absent for an item to be removed
     * @param reasonText told in words, needed for {@link AmendmentReason#OTHER}
     */
    record ProposeAmendment(
            @TargetAggregateIdentifier PlanId planId,
            AmendmentKind kind,
            @Nullable PlanItemId itemId,
            @Nullable PlanItemTerms before,
            @Nullable PlanItemTerms after,
            @Nullable AmendmentReason reasonCode,
            @Nullable String reasonText,
            @Nullable DocumentRef document,
            LocalDate effectiveOn)
            implements PlanCommand {}

    record WithdrawAmendment(@TargetAggregateIdentifier PlanId planId, AmendmentId amendmentId, LocalDate effectiveOn)
            implements PlanCommand {}

    /**
     * @param document needed for the last step, which amends the plan
     */
    record ApproveAmendment(
            @TargetAggregateIdentifier PlanId planId,
            AmendmentId amendmentId,
            @Nullable DocumentRef document,
            LocalDate effectiveOn)
            implements PlanCommand {}

    /**
     * @param comments why it is rejected
     */
    record RejectAmendment(
            @TargetAggregateIdentifier PlanId planId, AmendmentId amendmentId, String comments, LocalDate effectiveOn)
            implements PlanCommand {}

    /**
     * Settles what an ambiguous number of learners means.
     *
     * @param learners learners of the item, at least 1
     */
    record ClarifyQuota(
            @TargetAggregateIdentifier PlanId planId,
            PlanItemId itemId,
            int learners,
            @Nullable DocumentRef document,
            LocalDate effectiveOn)
            implements PlanCommand {}

    /** Takes an approved off-plan class into the year's plan, beside its quotas. */
    record AddOffPlanItem(
            @TargetAggregateIdentifier PlanId planId,
            OffPlanRequestId requestId,
            PlanItemTerms terms,
            LocalDate effectiveOn)
            implements PlanCommand {}

    record RecordAwaitedDocument(
            @TargetAggregateIdentifier PlanId planId,
            PlanItemId itemId,
            @Nullable DocumentRef document,
            LocalDate effectiveOn)
            implements PlanCommand {}

    /** Asks for a place in an item for a class that was proposed; the answer is an event either way. */
    record GrantClassSlot(
            @TargetAggregateIdentifier PlanId planId,
            PlanItemId itemId,
            ClassId classId,
            ClassType classType,
            VenueId venueId,
            LocalDate effectiveOn)
            implements PlanCommand {}

    record ReturnClassSlot(
            @TargetAggregateIdentifier PlanId planId, PlanItemId itemId, ClassId classId, LocalDate effectiveOn)
            implements PlanCommand {}

    /**
     * @param enrolledCount learners on the roll at the opening
     */
    record LinkClass(
            @TargetAggregateIdentifier PlanId planId,
            PlanItemId itemId,
            ClassId classId,
            int enrolledCount,
            LocalDate effectiveOn)
            implements PlanCommand {}

    /**
     * Gives up classes of an item.
     *
     * @param classes    number of classes, at least 1
     * @param learners   learners planned for them; absent means as many as the quota gives them
     * @param reasonText told in words, needed for {@link UnfulfilledReason#OTHER}
     * @param classId    the cancelled class whose place is given up, absent if there was none
     */
    record MarkUnfulfilled(
            @TargetAggregateIdentifier PlanId planId,
            PlanItemId itemId,
            int classes,
            @Nullable Integer learners,
            @Nullable UnfulfilledReason reasonCode,
            @Nullable String reasonText,
            @Nullable ClassId classId,
            @Nullable DocumentRef document,
            LocalDate effectiveOn)
            implements PlanCommand {}

    /** Ends the year; what is carried out of it is looked up, never given. */
    record ClosePlanYear(
            @TargetAggregateIdentifier PlanId planId,
            @Nullable DocumentRef document,
            LocalDate effectiveOn) implements PlanCommand {}
}
