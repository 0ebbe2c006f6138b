package vn.hocvu.planning.offplanrequest;

import java.time.LocalDate;
import vn.hocvu.planning.trainingplan.Category;
import vn.hocvu.planning.trainingplan.ClassType;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.Funding;
import vn.hocvu.planning.trainingplan.OffPlanRequestId;
import vn.hocvu.planning.trainingplan.OrgId;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.trainingplan.PlanYear;

/**
 * What has happened to a request for an off-plan class. Kept for ever: only optional fields are added; anything else is
 * a new event.
 */
public sealed interface OffPlanEvent {
    OffPlanRequestId requestId();

    /** Business date, local to Asia/Ho_Chi_Minh; may lie before the recording. */
    LocalDate effectiveOn();

    /**
     * @param requesterOrgId who asks for the class
     * @param learners       how many would come, at least 1
     * @param need           why it is needed
     * @param desiredStart   when it should begin
     */
    record OffPlanClassRequested(
            OffPlanRequestId requestId,
            OrgId requesterOrgId,
            ClassType classType,
            Category category,
            int learners,
            Funding funding,
            String need,
            LocalDate desiredStart,
            LocalDate effectiveOn)
            implements OffPlanEvent {}

    record OffPlanWithdrawn(OffPlanRequestId requestId, LocalDate effectiveOn) implements OffPlanEvent {}

    /**
     * @param need             whether the class is needed
     * @param lecturerCapacity whether there are lecturers for it
     * @param timeSlot         whether there is time for it
     */
    record OffPlanAssessed(
            OffPlanRequestId requestId,
            Criterion need,
            Criterion lecturerCapacity,
            Criterion timeSlot,
            LocalDate effectiveOn)
            implements OffPlanEvent {}

    /**
     * @param orgId   who was consulted
     * @param outcome what it said
     */
    record OffPlanConsulted(
            OffPlanRequestId requestId,
            OrgId orgId,
            LocalDate heldOn,
            String outcome,
            DocumentRef document,
            LocalDate effectiveOn)
            implements OffPlanEvent {}

    /**
     * @param toOrgId who was told
     */
    record OffPlanReported(OffPlanRequestId requestId, OrgId toOrgId, DocumentRef document, LocalDate effectiveOn)
            implements OffPlanEvent {}

    /**
     * @param year the plan beside whose quotas the class stands (P7)
     * @param item what the plan will say of it
     */
    record OffPlanApproved(
            OffPlanRequestId requestId, PlanYear year, PlanItemTerms item, DocumentRef document, LocalDate effectiveOn)
            implements OffPlanEvent {}

    /**
     * @param comments why it was rejected
     */
    record OffPlanRejected(OffPlanRequestId requestId, String comments, LocalDate effectiveOn)
            implements OffPlanEvent {}
}
