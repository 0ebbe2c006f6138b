package vn.hocvu.planning.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.AmendmentKind;
import vn.hocvu.planning.trainingplan.AmendmentReason;
import vn.hocvu.planning.trainingplan.Category;
import vn.hocvu.planning.trainingplan.ClassType;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.DocumentType;
import vn.hocvu.planning.trainingplan.FundingSource;
import vn.hocvu.planning.trainingplan.LearnersScope;
import vn.hocvu.planning.trainingplan.ReadingScope;
import vn.hocvu.planning.trainingplan.StudyMode;
import vn.hocvu.planning.trainingplan.UnfulfilledReason;
import vn.hocvu.planning.trainingplan.VenueType;

/** The bodies that programs send about plans. */
final class PlanBodies {
    private PlanBodies() {}

    record NewPlan(@NotNull Integer year, @NotNull LocalDate effectiveOn) {}

    record Submission(@NotNull LocalDate effectiveOn) {}

    record Return(
            @NotBlank @Size(max = 2_000) String comments,
            @NotNull LocalDate effectiveOn) {}

    record Approval(
            @Valid @Nullable Paper document, @NotNull LocalDate effectiveOn) {}

    /**
     * @param totalClasses  classes that the caller expects to allocate, checked if both totals are given
     * @param totalLearners learners that the caller expects to allocate
     */
    record AllocationOrder(
            @Valid @Nullable Paper document,
            @Nullable Integer totalClasses,
            @Nullable Integer totalLearners,
            @NotNull LocalDate effectiveOn) {}

    record Closure(@Valid @Nullable Paper document, @NotNull LocalDate effectiveOn) {}

    record AwaitedPaper(
            @Valid @Nullable Paper document, @NotNull LocalDate effectiveOn) {}

    record Unfulfillment(
            @NotNull Integer classes,
            @Nullable Integer learners,
            @Nullable UnfulfilledReason reasonCode,
            @Nullable @Size(max = 2_000) String reasonText,
            @Valid @Nullable Paper document,
            @NotNull LocalDate effectiveOn) {}

    /** What identifies a paper. */
    record Paper(
            @NotNull DocumentType type,
            @NotBlank @Size(max = 100) String number,
            @NotNull LocalDate date,
            @NotBlank @Size(max = 200) String issuer,
            @Nullable @Size(max = 200) String signer) {
        DocumentRef ref() {
            return new DocumentRef(
                    type,
                    number.strip(),
                    date,
                    issuer.strip(),
                    signer == null || signer.isBlank() ? null : signer.strip());
        }

        static @Nullable DocumentRef refOf(@Nullable Paper paper) {
            return paper == null ? null : paper.ref();
        }
    }

    record Clarification(
            @NotNull Integer learners,
            @Valid @Nullable Paper document,
            @NotNull LocalDate effectiveOn) {}

    /**
     * An amendment to be proposed.
     *
     * @param itemId absent for an item to be added
     * @param before what the caller read, absent for an item to be added
     * @param after  what the item shall say, absent for an item to be removed
     */
    record Amendment(
            @NotNull AmendmentKind kind,
            @Nullable String itemId,
            @Valid @Nullable Terms before,
            @Valid @Nullable Terms after,
            @Nullable AmendmentReason reasonCode,
            @Nullable @Size(max = 2_000) String reasonText,
            @Valid @Nullable Paper document,
            @NotNull LocalDate effectiveOn) {}

    record AmendmentApproval(
            @Valid @Nullable Paper document, @NotNull LocalDate effectiveOn) {}

    record AmendmentRejection(
            @NotBlank @Size(max = 2_000) String comments,
            @NotNull LocalDate effectiveOn) {}

    record Withdrawal(@NotNull LocalDate effectiveOn) {}

    /** What a plan item says. */
    record Terms(
            @NotNull ClassType classType,
            @Nullable Category category,
            @NotNull FundingSource fundingSource,
            @Nullable String fundingOrgId,
            @Nullable String requesterOrgId,
            @NotNull VenueType venueType,
            @Nullable String venueId,
            @NotNull StudyMode studyMode,
            @NotNull Integer quotaClasses,
            @Nullable Integer quotaLearners,
            @Nullable Integer learnersPerClass,
            @Nullable LearnersScope learnersScope,
            @Nullable List<@Valid Reading> readings,
            @Nullable Integer ambiguousValue,
            @Nullable @Size(max = 200) String awaits,
            @Nullable LocalDate plannedFrom,
            @Nullable LocalDate plannedUntil) {}

    record Reading(@NotNull ReadingScope scope, @NotNull Integer quotaLearners) {}

    /** One plan item. */
    record Item(
            @NotNull ClassType classType,
            @Nullable Category category,
            @NotNull FundingSource fundingSource,
            @Nullable String fundingOrgId,
            @Nullable String requesterOrgId,
            @NotNull VenueType venueType,
            @Nullable String venueId,
            @NotNull StudyMode studyMode,
            @NotNull Integer quotaClasses,
            @Nullable Integer quotaLearners,
            @Nullable Integer learnersPerClass,
            @Nullable LearnersScope learnersScope,
            @Nullable List<@Valid Reading> readings,
            @Nullable Integer ambiguousValue,
            @Nullable @Size(max = 200) String awaits,
            @Nullable LocalDate plannedFrom,
            @Nullable LocalDate plannedUntil,
            @NotNull LocalDate effectiveOn) {
        Terms terms() {
            return new Terms(
                    classType,
                    category,
                    fundingSource,
                    fundingOrgId,
                    requesterOrgId,
                    venueType,
                    venueId,
                    studyMode,
                    quotaClasses,
                    quotaLearners,
                    learnersPerClass,
                    learnersScope,
                    readings,
                    ambiguousValue,
                    awaits,
                    plannedFrom,
                    plannedUntil);
        }
    }
}
