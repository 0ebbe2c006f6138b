package vn.hocvu.enrollment.views.places;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.Band;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.EnrollmentType;
import vn.hocvu.enrollment.classintake.IntakeEvent.*;
import vn.hocvu.enrollment.classintake.Phase;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * One place on a roll, from joining to leaving.
 *
 * @param state      {@code ENROLLED} until it ends; whether the learner already studies is a matter of the class
 * @param leftOn     business date of the end
 * @param reasonCode why it ended, if a reason was given
 * @param otherClass class that took the learner over
 */
public record PlaceRow(
        String enrollmentId,
        @Nullable String classId,
        @Nullable String classCode,
        @Nullable ClassType classType,
        @Nullable String learnerId,
        @Nullable String nominatingOrgId,
        int seat,
        @Nullable EnrollmentType enrollmentType,
        PlaceState state,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        @Nullable String reasonCode,
        @Nullable Band band,
        @Nullable String fromClass,
        @Nullable String otherClass)
        implements Row<RollChanged, PlaceRow> {
    static PlaceRow empty(String enrollmentId) {
        return new PlaceRow(
                enrollmentId,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                PlaceState.ENROLLED,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The state as people see it: who is enrolled in a class that has opened, studies. */
    public PlaceState stateIn(Phase phase) {
        var runs = phase == Phase.RUNNING || phase == Phase.FINAL;
        return state == PlaceState.ENROLLED && runs ? PlaceState.STUDYING : state;
    }

    public boolean active() {
        return state == PlaceState.ENROLLED;
    }

    @Override
    public PlaceRow after(Fact<RollChanged> fact) {
        return switch (fact.body()) {
            case LearnerEnrolled e -> joined(e);
            case LearnerWithdrawn e ->
                left(PlaceState.WITHDRAWN, e, e.reasonCode().name(), null, null);
            case LearnerExpelled e ->
                left(PlaceState.EXPELLED, e, e.reasonCode().name(), null, null);
            case LearnerDeferred e ->
                left(PlaceState.DEFERRED, e, e.reasonCode().name(), null, null);
            case LearnerDeceased e ->
                left(PlaceState.DECEASED, e, e.reasonCode().name(), null, null);
            case LearnerTransferredOut e ->
                left(PlaceState.TRANSFERRED_OUT, e, null, null, e.toClassId().value());
            case EnrollmentCompleted e -> left(PlaceState.valueOf(e.outcome().name()), e, null, e.band(), null);
            case LearnerReleased e -> left(PlaceState.RELEASED, e, e.cause().name(), null, null);
        };
    }

    private PlaceRow joined(LearnerEnrolled e) {
        return new PlaceRow(
                enrollmentId,
                e.classId().value(),
                e.classCode(),
                e.classType(),
                e.learnerId().value(),
                e.nominatingOrgId().value(),
                e.seatNumber().number(),
                e.enrollmentType(),
                PlaceState.ENROLLED,
                e.effectiveOn(),
                null,
                null,
                null,
                e.fromClassId() == null ? null : e.fromClassId().value(),
                null);
    }

    private PlaceRow left(
            PlaceState how, PlaceEnded e, @Nullable String reason, @Nullable Band given, @Nullable String other) {
        return new PlaceRow(
                enrollmentId,
                classId,
                classCode,
                classType,
                learnerId,
                nominatingOrgId,
                seat,
                enrollmentType,
                how,
                joinedOn,
                e.effectiveOn(),
                reason,
                given,
                fromClass,
                other);
    }
}
