package vn.hocvu.classes.views.classes;

import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.trainingclass.ClassEvent;
import vn.hocvu.classes.trainingclass.ClassEvent.*;
import vn.hocvu.classes.trainingclass.Phase;
import vn.hocvu.classes.trainingclass.Slot;
import vn.hocvu.classes.views.classes.ClassRow.*;

/** How each fact changes the row of its class. */
final class ClassFold {
    private ClassFold() {}

    static ClassRow after(ClassRow row, ClassEvent event, long sequence) {
        var was = row.recruiting();
        var teaching = row.teaching();
        var next = new Next(row, sequence);
        return switch (event) {
            case ClassProposed e ->
                new ClassRow(
                        row.classId(),
                        e,
                        Phase.PROPOSED,
                        Slot.PENDING,
                        null,
                        Recruiting.NONE,
                        null,
                        null,
                        Teaching.NONE,
                        null,
                        sequence);
            case SlotGrantNoted e -> next.slot(Slot.GRANTED, null);
            case SlotDenialNoted e -> next.slot(Slot.DENIED, e.cause());
            case RecruitingStarted e ->
                next.recruiting(
                        Phase.RECRUITING, new Recruiting(e.deadline(), null, null, false, false, was.override()));
            case RecruitingExtended e ->
                next.recruiting(
                        Phase.RECRUITING,
                        new Recruiting(e.deadline(), was.enrolled(), was.rollVersion(), false, false, was.override()));
            case RollReceived e ->
                next.recruiting(
                        row.phase(),
                        new Recruiting(
                                was.deadline(),
                                e.enrolledCount().count(),
                                e.rollVersion().number(),
                                true,
                                false,
                                was.override()));
            case MinimumMissed e ->
                next.recruiting(
                        Phase.RECRUITING,
                        new Recruiting(was.deadline(), was.enrolled(), was.rollVersion(), was.current(), true, null));
            case MinimumOverridden e ->
                next.recruiting(
                        row.phase(),
                        new Recruiting(
                                was.deadline(), was.enrolled(), was.rollVersion(), was.current(), false, e.document()));
            case ReadinessConfirmed e -> next.phase(Phase.READY);
            case ClassOpened e -> next.opened(opening(e));
            case OpeningCeremonyHeld e ->
                next.teaching(
                        row.phase(),
                        new Teaching(
                                e.heldOn(),
                                teaching.startedOn(),
                                teaching.deliveredPeriods(),
                                teaching.taughtOn(),
                                teaching.finalRoll()));
            case TeachingStarted e ->
                next.teaching(
                        Phase.IN_PROGRESS, new Teaching(teaching.ceremonyOn(), e.effectiveOn(), null, null, null));
            case ClassSuspended e ->
                next.suspended(Phase.SUSPENDED, new Suspension(e.reasonCode(), e.reasonText(), e.document()));
            case ClassResumed e -> next.suspended(Phase.IN_PROGRESS, row.suspension());
            case TeachingCompleted e ->
                next.teaching(
                        Phase.TAUGHT,
                        new Teaching(
                                teaching.ceremonyOn(),
                                teaching.startedOn(),
                                e.deliveredPeriods().count(),
                                e.effectiveOn(),
                                null));
            case FinalRollReceived e ->
                next.teaching(
                        row.phase(),
                        new Teaching(
                                teaching.ceremonyOn(),
                                teaching.startedOn(),
                                teaching.deliveredPeriods(),
                                teaching.taughtOn(),
                                e.learnerIds().size()));
            case ClassGraduated e ->
                next.ended(
                        Phase.GRADUATED,
                        new Ending(
                                e.effectiveOn(),
                                e.graduationDecision(),
                                e.counts().graduated(),
                                e.counts().finalRoll(),
                                null,
                                null,
                                null));
            case ClassClosed e ->
                next.ended(
                        Phase.CLOSED,
                        new Ending(
                                e.effectiveOn(),
                                e.decision(),
                                e.counts().completed(),
                                e.outcomes().size(),
                                null,
                                null,
                                null));
            case ClassCancelled e ->
                next.ended(
                        Phase.CANCELLED,
                        new Ending(
                                e.effectiveOn(),
                                e.document(),
                                null,
                                e.enrolledCount().count(),
                                e.reasonCode(),
                                e.reasonText(),
                                e.quotaReturned()));
            case ClassTerminated e ->
                next.ended(
                        Phase.TERMINATED,
                        new Ending(
                                e.effectiveOn(),
                                e.document(),
                                null,
                                e.roll().count(),
                                e.reasonCode(),
                                e.reasonText(),
                                null));
        };
    }

    private static Opening opening(ClassOpened e) {
        return new Opening(
                e.effectiveOn(), e.enrolledCount().count(), e.plannedEndOn(), e.ruleSets(), e.openingDecision());
    }

    /** The row with one part replaced. */
    private record Next(ClassRow row, long sequence) {
        ClassRow phase(Phase phase) {
            return with(phase, row.recruiting(), row.opening(), row.suspension(), row.teaching(), row.ending());
        }

        ClassRow slot(Slot slot, @Nullable String denial) {
            return new ClassRow(
                    row.classId(),
                    row.proposal(),
                    row.phase(),
                    slot,
                    denial,
                    row.recruiting(),
                    row.opening(),
                    row.suspension(),
                    row.teaching(),
                    row.ending(),
                    sequence);
        }

        ClassRow recruiting(Phase phase, Recruiting recruiting) {
            return with(phase, recruiting, row.opening(), row.suspension(), row.teaching(), row.ending());
        }

        ClassRow opened(Opening opening) {
            return with(Phase.OPENED, row.recruiting(), opening, row.suspension(), row.teaching(), row.ending());
        }

        ClassRow suspended(Phase phase, @Nullable Suspension suspension) {
            return with(phase, row.recruiting(), row.opening(), suspension, row.teaching(), row.ending());
        }

        ClassRow teaching(Phase phase, Teaching teaching) {
            return with(phase, row.recruiting(), row.opening(), row.suspension(), teaching, row.ending());
        }

        ClassRow ended(Phase phase, Ending ending) {
            return with(phase, row.recruiting(), row.opening(), row.suspension(), row.teaching(), ending);
        }

        private ClassRow with(
                Phase phase,
                Recruiting recruiting,
                @Nullable Opening opening,
                @Nullable Suspension suspension,
                Teaching teaching,
                @Nullable Ending ending) {
            return new ClassRow(
                    row.classId(),
                    row.proposal(),
                    phase,
                    row.slot(),
                    row.denial(),
                    recruiting,
                    opening,
                    suspension,
                    teaching,
                    ending,
                    sequence);
        }
    }
}
