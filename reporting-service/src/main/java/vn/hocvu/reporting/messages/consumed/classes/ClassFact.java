package vn.hocvu.reporting.messages.consumed.classes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.messages.consumed.Family;

/** What has happened to one class, as far as figures are made of it. */
public sealed interface ClassFact {
    /** All of them. */
    Family<ClassFact> FAMILY = new Family<>("class", ClassFact.class);

    String classId();

    LocalDate effectiveOn();

    /** What proposal and opening say alike about a class. */
    interface Description {
        String classCode();

        @Nullable
        String planItemId();

        boolean offPlan();

        String classType();

        @Nullable
        String category();

        @Nullable
        String studyMode();

        @Nullable
        String venueId();

        @Nullable
        String venueType();

        @Nullable
        String fundingSource();

        @Nullable
        String fundingOrgId();

        @Nullable
        String requesterOrgId();

        int plannedLearners();

        int minLearners();

        int seats();

        @Nullable
        LocalDate plannedEndOn();
    }

    record ClassProposed(
            String classId,
            String classCode,
            @Nullable String planItemId,
            boolean offPlan,
            String classType,
            @Nullable String category,
            @Nullable String studyMode,
            @Nullable String venueId,
            @Nullable String venueType,
            @Nullable String fundingSource,
            @Nullable String fundingOrgId,
            @Nullable String requesterOrgId,
            int plannedLearners,
            int minLearners,
            int seats,
            @Nullable LocalDate plannedEnd,
            LocalDate effectiveOn)
            implements ClassFact, Description {
        @Override
        public @Nullable LocalDate plannedEndOn() {
            return plannedEnd;
        }
    }

    record RecruitingStarted(String classId, @Nullable LocalDate deadline, LocalDate effectiveOn)
            implements ClassFact {}

    record RecruitingExtended(String classId, @Nullable LocalDate deadline, LocalDate effectiveOn)
            implements ClassFact {}

    record ClassOpened(
            String classId,
            String classCode,
            @Nullable String planItemId,
            boolean offPlan,
            String classType,
            @Nullable String category,
            @Nullable String studyMode,
            @Nullable String venueId,
            @Nullable String venueType,
            @Nullable String fundingSource,
            @Nullable String fundingOrgId,
            @Nullable String requesterOrgId,
            int plannedLearners,
            int minLearners,
            int seats,
            int enrolledCount,
            @Nullable LocalDate plannedEndOn,
            LocalDate effectiveOn)
            implements ClassFact, Description {}

    record ClassGraduated(String classId, Graduates counts, LocalDate effectiveOn) implements ClassFact {}

    /** How many of the final roll graduated. */
    record Graduates(int graduated, int notGraduated) {}

    record ClassClosed(String classId, Completions counts, LocalDate effectiveOn) implements ClassFact {}

    /** How many of the final roll of a short course completed it. */
    record Completions(int completed, int notCompleted) {}

    record ClassCancelled(String classId, @Nullable String reasonCode, LocalDate effectiveOn) implements ClassFact {}

    record ClassTerminated(String classId, @Nullable String reasonCode, LocalDate effectiveOn) implements ClassFact {}
}
