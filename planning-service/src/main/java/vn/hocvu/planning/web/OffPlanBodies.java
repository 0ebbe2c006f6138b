package vn.hocvu.planning.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.offplanrequest.Criterion;
import vn.hocvu.planning.offplanrequest.OffPlanPhase;
import vn.hocvu.planning.trainingplan.Category;
import vn.hocvu.planning.trainingplan.ClassType;
import vn.hocvu.planning.trainingplan.FundingSource;
import vn.hocvu.planning.trainingplan.StudyMode;
import vn.hocvu.planning.trainingplan.VenueType;
import vn.hocvu.planning.views.offplan.OffPlanRow;

/** The bodies that programs send about off-plan classes, and what they are told. */
final class OffPlanBodies {
    private OffPlanBodies() {}

    record OffPlanRequested(
            @NotBlank @Size(max = 64) String requesterOrgId,
            @NotNull ClassType classType,
            @Nullable Category category,
            @NotNull Integer learners,
            @NotNull FundingSource fundingSource,
            @Nullable String fundingOrgId,
            @NotBlank @Size(max = 2_000) String need,
            @NotNull LocalDate desiredStart,
            @NotNull LocalDate effectiveOn) {}

    record Answered(
            @NotNull Boolean met,
            @Nullable @Size(max = 2_000) String note) {
        static @Nullable Criterion of(@Nullable Answered answer) {
            return answer == null ? null : new Criterion(answer.met(), answer.note());
        }
    }

    record OffPlanAssessment(
            @Valid @Nullable Answered need,
            @Valid @Nullable Answered lecturerCapacity,
            @Valid @Nullable Answered timeSlot,
            @NotNull LocalDate effectiveOn) {}

    record OffPlanConsultation(
            @NotBlank @Size(max = 64) String orgId,
            @NotNull LocalDate heldOn,
            @NotBlank @Size(max = 2_000) String outcome,
            PlanBodies.@Valid @Nullable Paper document,
            @NotNull LocalDate effectiveOn) {}

    record OffPlanReport(
            @NotBlank @Size(max = 64) String toOrgId,
            PlanBodies.@Valid @Nullable Paper document,
            @NotNull LocalDate effectiveOn) {}

    record OffPlanApproval(
            @NotNull Integer year,
            @NotNull VenueType venueType,
            @Nullable String venueId,
            @NotNull StudyMode studyMode,
            PlanBodies.@Valid @Nullable Paper document,
            @NotNull LocalDate effectiveOn) {}

    record OffPlanRejection(
            @NotBlank @Size(max = 2_000) String comments,
            @NotNull LocalDate effectiveOn) {}

    record NewOffPlanRequest(String requestId) {}

    /** One request with what was found and decided. */
    record OffPlanAnswer(
            String requestId,
            OffPlanPhase phase,
            String requesterOrgId,
            String classType,
            String category,
            int learners,
            String fundingSource,
            @Nullable String fundingOrgId,
            String need,
            LocalDate desiredStart,
            @Nullable Criterion needCriterion,
            @Nullable Criterion lecturerCapacity,
            @Nullable Criterion timeSlot,
            @Nullable Integer year,
            @Nullable String itemId,
            @Nullable String comments,
            List<OffPlanRow.Step> steps) {
        static OffPlanAnswer of(OffPlanRow row, @Nullable String itemId) {
            var asked = row.asked();
            var found = row.assessed();
            var payer = asked.funding().orgId();
            return new OffPlanAnswer(
                    row.requestId(),
                    row.phase(),
                    asked.requesterOrgId().value(),
                    asked.classType().name(),
                    asked.category().name(),
                    asked.learners(),
                    asked.funding().source().name(),
                    payer == null ? null : payer.value(),
                    asked.need(),
                    asked.desiredStart(),
                    found == null ? null : found.need(),
                    found == null ? null : found.lecturerCapacity(),
                    found == null ? null : found.timeSlot(),
                    row.approved() == null ? null : row.approved().year().number(),
                    itemId,
                    row.rejected() == null ? null : row.rejected().comments(),
                    row.steps());
        }
    }
}
