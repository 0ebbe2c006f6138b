package vn.hocvu.enrollment.classintake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.IntakeCommand.EnrollLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.TransferLearner;

/**
 * A learner who may have the next seat.
 *
 * @param enrollmentId id the place has or will have
 * @param fromClassId  class the learner comes from, for a transfer
 * @param document     paper under which the seat is given
 * @param since        business date from which the learner asks for the seat
 */
record Candidate(
        EnrollmentId enrollmentId,
        LearnerId learnerId,
        OrgId nominatingOrgId,
        EnrollmentType type,
        @Nullable ClassId fromClassId,
        DocumentRef document,
        LocalDate since) {
    static Candidate of(EnrollLearner order, EnrollmentType as) {
        return new Candidate(
                order.enrollmentId(),
                order.learnerId(),
                order.nominatingOrgId(),
                as,
                null,
                order.document(),
                order.effectiveOn());
    }

    static Candidate of(TransferLearner order, EnrollmentType as) {
        return new Candidate(
                order.enrollmentId(),
                order.learnerId(),
                order.nominatingOrgId(),
                as,
                order.fromClassId(),
                order.document(),
                order.effectiveOn());
    }

    Candidate as(EnrollmentType other, LocalDate from) {
        return new Candidate(enrollmentId, learnerId, nominatingOrgId, other, fromClassId, document, from);
    }
}
