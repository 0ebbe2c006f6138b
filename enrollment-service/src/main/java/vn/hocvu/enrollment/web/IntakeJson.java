package vn.hocvu.enrollment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.Band;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.EnrollmentType;
import vn.hocvu.enrollment.classintake.FundingSource;
import vn.hocvu.enrollment.classintake.Phase;
import vn.hocvu.enrollment.classintake.StudyMode;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.places.PlaceState;

/** An intake as callers get it. */
record IntakeJson(
        String classId,
        @Nullable String classCode,
        @Nullable String planItemId,
        @Nullable ClassType classType,
        @Nullable StudyMode studyMode,
        @Nullable String venueId,
        @Nullable String venueOwnerOrgId,
        @Nullable FundingSource fundingSource,
        @Nullable String fundingOrgId,
        List<String> participatingOrgIds,
        Phase state,
        int seats,
        int minLearners,
        int enrolled,
        int free,
        int waiting,
        Map<String, Integer> byOrg,
        @Nullable LocalDate deadline,
        @Nullable LocalDate openedOn,
        long rollVersion,
        long version) {
    static IntakeJson of(IntakeRow row) {
        return new IntakeJson(
                row.classId(),
                row.classCode(),
                row.planItemId(),
                row.classType(),
                row.studyMode(),
                row.venueId(),
                row.venueOwnerOrgId(),
                row.fundingSource(),
                row.fundingOrgId(),
                row.participatingOrgIds(),
                row.phase(),
                row.seats(),
                row.minLearners(),
                row.roll(),
                row.free(),
                row.waiting().size(),
                row.byOrg(),
                row.deadline(),
                row.openedOn(),
                row.rollVersion(),
                row.version());
    }

    /**
     * The roll of a class.
     *
     * @param waitlist learners who wait, in order; only for those who see the whole roll
     */
    record RollJson(
            String classId,
            @Nullable String classCode,
            Phase state,
            int seats,
            int roll,
            long rollVersion,
            List<LineJson> learners,
            List<String> waitlist) {}

    /** One place on the roll; the name only for those entitled to it. */
    record LineJson(
            String learnerId,
            String enrollmentId,
            int seat,
            PlaceState state,
            @Nullable EnrollmentType enrollmentType,
            @Nullable String nominatingOrgId,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable String reasonCode,
            @Nullable Band band,
            @Nullable String fullName,
            @Nullable LocalDate birthDate) {
        static LineJson of(Rolls.Line line) {
            var place = line.place();
            var person = line.person();
            return new LineJson(
                    String.valueOf(place.learnerId()),
                    place.enrollmentId(),
                    place.seat(),
                    line.state(),
                    place.enrollmentType(),
                    place.nominatingOrgId(),
                    place.joinedOn(),
                    place.leftOn(),
                    place.reasonCode(),
                    place.band(),
                    person == null ? null : person.fullName(),
                    person == null ? null : person.birthDate());
        }
    }
}
