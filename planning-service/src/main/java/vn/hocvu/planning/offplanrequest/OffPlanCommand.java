package vn.hocvu.planning.offplanrequest;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.Category;
import vn.hocvu.planning.trainingplan.ClassType;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.Funding;
import vn.hocvu.planning.trainingplan.OffPlanRequestId;
import vn.hocvu.planning.trainingplan.OrgId;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.trainingplan.PlannedVenue;
import vn.hocvu.planning.trainingplan.StudyMode;

/** Everything that can be ordered about a request for an off-plan class. */
public sealed interface OffPlanCommand {
    OffPlanRequestId requestId();

    /** Business date from which the order shall hold; may lie in the past. */
    LocalDate effectiveOn();

    /**
     * @param need         why the class is needed, in words
     * @param learners     how many would come, at least 1
     * @param desiredStart when it should begin
     */
    record RequestOffPlanClass(
            @TargetAggregateIdentifier OffPlanRequestId requestId,
            OrgId requesterOrgId,
            ClassType classType,
            Category category,
            int learners,
            Funding funding,
            String need,
            LocalDate desiredStart,
            LocalDate effectiveOn)
            implements OffPlanCommand {}

    record WithdrawOffPlan(@TargetAggregateIdentifier OffPlanRequestId requestId, LocalDate effectiveOn)
            implements OffPlanCommand {}

    /**
     * @param need             whether the class is needed; absent while nobody has answered
     * @param lecturerCapacity whether there are lecturers for it
     * @param timeSlot         whether there is time for it
     */
    record AssessOffPlan(
            @TargetAggregateIdentifier OffPlanRequestId requestId,
            @Nullable Criterion need,
            @Nullable Criterion lecturerCapacity,
            @Nullable Criterion timeSlot,
            LocalDate effectiveOn)
            implements OffPlanCommand {}

    /**
     * @param orgId   who was consulted
     * @param outcome what it said
     */
    record RecordConsultation(
            @TargetAggregateIdentifier OffPlanRequestId requestId,
            OrgId orgId,
            LocalDate heldOn,
            String outcome,
            @Nullable DocumentRef document,
            LocalDate effectiveOn)
            implements OffPlanCommand {}

    /**
     * @param toOrgId who was told
     */
    record ReportOffPlan(
            @TargetAggregateIdentifier OffPlanRequestId requestId,
            OrgId toOrgId,
            @Nullable DocumentRef document,
            LocalDate effectiveOn)
            implements OffPlanCommand {}

    /**
     * @param year  the plan beside whose quotas the class stands
     * @param venue where it shall run
     */
    record ApproveOffPlan(
            @TargetAggregateIdentifier OffPlanRequestId requestId,
            PlanYear year,
            PlannedVenue venue,
            StudyMode studyMode,
            @Nullable DocumentRef document,
            LocalDate effectiveOn)
            implements OffPlanCommand {}

    /**
     * @param comments why it is rejected
     */
    record RejectOffPlan(@TargetAggregateIdentifier OffPlanRequestId requestId, String comments, LocalDate effectiveOn)
            implements OffPlanCommand {}
}
