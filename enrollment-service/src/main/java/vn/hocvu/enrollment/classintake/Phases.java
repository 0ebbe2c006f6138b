package vn.hocvu.enrollment.classintake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.hocvu.enrollment.classintake.IntakeCommand.CompleteEnrollments;
import vn.hocvu.enrollment.classintake.IntakeCommand.ConfirmRoll;
import vn.hocvu.enrollment.classintake.IntakeCommand.FinalizeRoll;
import vn.hocvu.enrollment.classintake.IntakeCommand.ReleaseIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.ReopenIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.StartIntake;
import vn.hocvu.enrollment.classintake.IntakeEvent.EnrollmentCompleted;
import vn.hocvu.enrollment.classintake.IntakeEvent.IntakeReleased;
import vn.hocvu.enrollment.classintake.IntakeEvent.IntakeReopened;
import vn.hocvu.enrollment.classintake.IntakeEvent.IntakeStarted;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerReleased;
import vn.hocvu.enrollment.classintake.IntakeEvent.RollConfirmed;
import vn.hocvu.enrollment.classintake.IntakeEvent.RollFinalized;
import vn.hocvu.enrollment.classintake.IntakeRefusal.NotOnRoll;
import vn.hocvu.enrollment.classintake.IntakeRefusal.OutcomesIncomplete;
import vn.hocvu.enrollment.classintake.IntakeRefusal.RollOutdated;
import vn.hocvu.enrollment.classintake.IntakeRefusal.WrongState;

/** What follows when an intake as a whole moves on; the same step asked for again says nothing new. */
final class Phases {
    private Phases() {}

    static List<IntakeEvent> reopen(IntakeState state, ReopenIntake order) {
        return switch (state.phase()) {
            case OPEN, ROLL_CONFIRMED ->
                state.phase() == Phase.OPEN && state.deadline().equals(order.deadline())
                        ? List.of()
                        : List.of(new IntakeReopened(order.classId(), order.deadline(), order.effectiveOn()));
            default -> throw new WrongState(order.classId(), state.phase(), "OPEN or ROLL_CONFIRMED");
        };
    }

    static List<IntakeEvent> confirm(IntakeState state, ConfirmRoll order) {
        var moved = order.forDeadline() != null && !order.forDeadline().equals(state.deadline());
        if (state.phase() == Phase.ROLL_CONFIRMED || moved) {
            return List.of();
        }
        require(state, Phase.OPEN, order.classId());
        return List.of(new RollConfirmed(
                order.classId(),
                state.rollVersion().next(),
                state.roll().count(),
                state.roll().byOrg(),
                order.effectiveOn()));
    }

    static List<IntakeEvent> start(IntakeState state, StartIntake order) {
        if (state.phase() == Phase.RUNNING) {
            return List.of();
        }
        require(state, Phase.ROLL_CONFIRMED, order.classId());
        if (order.rollVersion() != null && !order.rollVersion().equals(state.rollVersion())) {
            throw new RollOutdated(order.classId(), order.rollVersion(), state.rollVersion());
        }
        return List.of(new IntakeStarted(order.classId(), order.openedOn(), order.openedOn()));
    }

    static List<IntakeEvent> finish(IntakeState state, FinalizeRoll order) {
        if (state.phase() == Phase.FINAL) {
            return List.of();
        }
        require(state, Phase.RUNNING, order.classId());
        var events = nobodyWaits(order.classId(), WaitlistEnd.ROLL_FINALIZED, state, order.effectiveOn());
        events.add(new RollFinalized(
                order.classId(), state.rollVersion().next(), state.roll().learnerIds(), order.effectiveOn()));
        return events;
    }

    static List<IntakeEvent> complete(IntakeState state, CompleteEnrollments order) {
        if (state.phase() == Phase.COMPLETED) {
            return List.of();
        }
        require(state, Phase.FINAL, order.classId());
        var decided = decided(state, order);
        var events = new ArrayList<IntakeEvent>();
        var left = state.roll().count();
        for (var place : state.roll().bySeat().toList()) {
            var outcome = Objects.requireNonNull(decided.get(place.learnerId()));
            left--;
            events.add(new EnrollmentCompleted(
                    order.classId(),
                    place.enrollmentId(),
                    place.learnerId(),
                    place.nominatingOrgId(),
                    state.terms().classType(),
                    outcome.outcome(),
                    outcome.band(),
                    left,
                    order.effectiveOn()));
        }
        return events;
    }

    static List<IntakeEvent> release(IntakeState state, ReleaseIntake order) {
        if (state.phase() == Phase.RELEASED) {
            return List.of();
        }
        if (state.phase() == Phase.FINAL || state.phase() == Phase.COMPLETED) {
            throw new WrongState(order.classId(), state.phase(), "OPEN, ROLL_CONFIRMED or RUNNING");
        }
        var classId = order.classId();
        var events = nobodyWaits(classId, WaitlistEnd.valueOf(order.cause().name()), state, order.effectiveOn());
        var left = state.roll().count();
        for (var place : state.roll().bySeat().toList()) {
            left--;
            events.add(new LearnerReleased(
                    classId,
                    place.enrollmentId(),
                    place.learnerId(),
                    place.nominatingOrgId(),
                    state.terms().classType(),
                    order.cause(),
                    left,
                    order.effectiveOn()));
        }
        events.add(new IntakeReleased(classId, state.roll().count(), order.cause(), order.effectiveOn()));
        return events;
    }

    private static Map<LearnerId, LearnerOutcome> decided(IntakeState state, CompleteEnrollments order) {
        var decided = new LinkedHashMap<LearnerId, LearnerOutcome>();
        order.outcomes().forEach(o -> decided.put(o.learnerId(), o));
        decided.keySet().stream()
                .filter(learner -> !state.finalRoll().contains(learner))
                .findFirst()
                .ifPresent(stranger -> {
                    throw new NotOnRoll(order.classId(), stranger);
                });
        var missing = state.roll().learnerIds().stream()
                .filter(learner -> !decided.containsKey(learner))
                .count();
        if (missing > 0) {
            throw new OutcomesIncomplete(order.classId(), (int) missing);
        }
        return decided;
    }

    private static List<IntakeEvent> nobodyWaits(ClassId classId, WaitlistEnd cause, IntakeState state, LocalDate on) {
        var events = new ArrayList<IntakeEvent>();
        state.waitlist()
                .queue()
                .forEach(c -> events.add(Exits.noLongerWaiting(classId, c.learnerId(), cause, state, on)));
        return events;
    }

    private static void require(IntakeState state, Phase needed, ClassId classId) {
        if (state.phase() != needed) {
            throw new WrongState(classId, state.phase(), needed.name());
        }
    }
}
