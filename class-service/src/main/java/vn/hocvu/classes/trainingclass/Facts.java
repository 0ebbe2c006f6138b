package vn.hocvu.classes.trainingclass;

import static vn.hocvu.classes.trainingclass.OutcomeList.count;

import java.time.LocalDate;
import vn.hocvu.classes.trainingclass.ClassCommand.*;
import vn.hocvu.classes.trainingclass.ClassEvent.*;

/** Puts together the facts that repeat what was said when the class was proposed. */
final class Facts {
    private Facts() {}

    static ClassProposed proposed(ProposeClass o) {
        return new ClassProposed(
                o.classId(),
                o.classCode(),
                o.planItemId(),
                o.offPlan(),
                o.classType(),
                o.category(),
                o.cohort(),
                o.curriculum(),
                o.studyMode(),
                o.venueId(),
                o.venueType(),
                o.venueOwnerOrgId(),
                o.fundingSource(),
                o.fundingOrgId(),
                o.requesterOrgId(),
                o.plannedLearners(),
                o.minLearners(),
                o.seats(),
                o.plannedStart(),
                o.plannedEnd(),
                o.participatingOrgIds(),
                o.effectiveOn());
    }

    static RecruitingStarted recruitingStarted(ClassProposed p, StartRecruiting o) {
        return new RecruitingStarted(
                p.classId(),
                p.classCode(),
                p.planItemId(),
                p.classType(),
                p.studyMode(),
                p.venueId(),
                p.venueOwnerOrgId(),
                p.fundingSource(),
                p.fundingOrgId(),
                p.participatingOrgIds(),
                p.seats(),
                p.minLearners(),
                o.deadline(),
                o.effectiveOn());
    }

    static RecruitingExtended recruitingExtended(ClassProposed p, ExtendRecruiting o) {
        return new RecruitingExtended(
                p.classId(),
                p.classCode(),
                p.planItemId(),
                p.classType(),
                p.studyMode(),
                p.venueId(),
                p.venueOwnerOrgId(),
                p.fundingSource(),
                p.fundingOrgId(),
                p.participatingOrgIds(),
                p.seats(),
                p.minLearners(),
                o.deadline(),
                o.effectiveOn());
    }

    static ClassOpened opened(ClassProposed p, ClassState.Roll roll, OpenClass o) {
        return new ClassOpened(
                p.classId(),
                p.classCode(),
                p.planItemId(),
                p.offPlan(),
                p.planItemId().year(),
                p.classType(),
                p.category(),
                p.cohort(),
                p.studyMode(),
                p.curriculum(),
                RuleSets.inForceOn(o.effectiveOn()),
                p.venueId(),
                p.venueType(),
                p.fundingSource(),
                p.fundingOrgId(),
                p.requesterOrgId(),
                p.plannedLearners(),
                p.minLearners(),
                p.seats(),
                roll.enrolled(),
                roll.version(),
                o.decision(),
                o.effectiveOn(),
                later(p.plannedEnd(), o.effectiveOn()),
                o.effectiveOn());
    }

    static ClassGraduated graduated(ClassState state, GraduateClass o) {
        var p = state.proposal();
        var opening = state.opening();
        var counts = new GraduationCounts(
                opening == null ? 0 : opening.enrolled().count(),
                o.outcomes().size(),
                count(o.outcomes(), Result.GRADUATED),
                count(o.outcomes(), Result.NOT_GRADUATED));
        return new ClassGraduated(
                p.classId(),
                p.classCode(),
                p.planItemId(),
                p.classType(),
                p.category(),
                p.venueId(),
                p.venueType(),
                p.fundingSource(),
                p.fundingOrgId(),
                o.decision(),
                o.closingCeremonyOn(),
                counts,
                o.outcomes(),
                o.effectiveOn());
    }

    static ClassClosed closed(CloseClass o) {
        var counts =
                new ClosureCounts(count(o.outcomes(), Result.COMPLETED), count(o.outcomes(), Result.NOT_COMPLETED));
        return new ClassClosed(o.classId(), counts, o.outcomes(), o.decision(), o.effectiveOn());
    }

    static ClassCancelled cancelled(ClassState state, CancelClass o) {
        var roll = state.roll();
        return new ClassCancelled(
                o.classId(),
                state.proposal().planItemId(),
                o.reason().code(),
                o.reason().text(),
                roll != null && roll.current() ? roll.enrolled() : o.enrolled(),
                o.quotaReturned(),
                o.document(),
                o.effectiveOn());
    }

    static ClassTerminated terminated(TerminateClass o) {
        return new ClassTerminated(
                o.classId(), o.reason().code(), o.reason().text(), o.roll(), o.document(), o.effectiveOn());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
