package vn.hocvu.classes.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.trainingclass.*;
import vn.hocvu.classes.views.classes.ClassRow;
import vn.hocvu.classes.views.classes.ClassTask;

/**
 * One class as programs see it.
 *
 * @param state    where it stands in its life cycle
 * @param slot     planning's answer
 * @param roll     newest confirmed roll, absent before the first
 * @param waitsFor what it waits for, absent if nothing
 * @param version  for {@code If-Match}
 */
record ClassView(
        String classId,
        ClassCode classCode,
        PlanItemId planItemId,
        int planYear,
        boolean offPlan,
        ClassType classType,
        Category category,
        @Nullable Cohort cohort,
        CurriculumVersion curriculum,
        StudyMode studyMode,
        VenueId venueId,
        VenueType venueType,
        OrgId venueOwnerOrgId,
        FundingSource fundingSource,
        @Nullable OrgId fundingOrgId,
        @Nullable OrgId requesterOrgId,
        int plannedLearners,
        int minLearners,
        int seats,
        LocalDate plannedStart,
        LocalDate plannedEnd,
        List<OrgId> participatingOrgIds,
        Phase state,
        Slot slot,
        @Nullable String slotDenial,
        @Nullable LocalDate deadline,
        @Nullable ConfirmedRoll roll,
        @Nullable DocumentRef minimumOverride,
        ClassRow.@Nullable Opening opening,
        ClassRow.@Nullable Suspension suspension,
        ClassRow.Teaching teaching,
        ClassRow.@Nullable Ending ending,
        @Nullable ClassTask waitsFor,
        long version) {

    /**
     * The roll enrollment confirmed.
     *
     * @param current false once recruiting was extended after it
     */
    record ConfirmedRoll(int enrolledCount, int rollVersion, boolean current, boolean minimumMissed) {}

    static ClassView of(ClassRow row) {
        var p = row.proposed();
        return new ClassView(
                row.classId(),
                p.classCode(),
                p.planItemId(),
                p.planItemId().year(),
                p.offPlan(),
                p.classType(),
                p.category(),
                p.cohort(),
                p.curriculum(),
                p.studyMode(),
                p.venueId(),
                p.venueType(),
                p.venueOwnerOrgId(),
                p.fundingSource(),
                p.fundingOrgId(),
                p.requesterOrgId(),
                p.plannedLearners().count(),
                p.minLearners().count(),
                p.seats().count(),
                p.plannedStart(),
                p.plannedEnd(),
                p.participatingOrgIds(),
                row.phase(),
                row.slot(),
                row.denial(),
                row.recruiting().deadline(),
                roll(row.recruiting()),
                row.recruiting().override(),
                row.opening(),
                row.suspension(),
                row.teaching(),
                row.ending(),
                row.task(),
                row.version());
    }

    private static @Nullable ConfirmedRoll roll(ClassRow.Recruiting recruiting) {
        return recruiting.enrolled() == null || recruiting.rollVersion() == null
                ? null
                : new ConfirmedRoll(
                        recruiting.enrolled(), recruiting.rollVersion(), recruiting.current(), recruiting.missed());
    }
}
