package vn.hocvu.enrollment.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.DocumentRef;
import vn.hocvu.enrollment.classintake.EnrollmentId;
import vn.hocvu.enrollment.classintake.EnrollmentType;
import vn.hocvu.enrollment.classintake.IntakeCommand.EnrollLearner;
import vn.hocvu.enrollment.classintake.IntakeRefusal;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.classintake.OrgId;
import vn.hocvu.enrollment.learner.Claim;
import vn.hocvu.enrollment.learner.LearnerCommand.ClaimPlace;
import vn.hocvu.enrollment.learner.LearnerCommand.FreePlace;
import vn.hocvu.enrollment.learner.LearnerCommand.RegisterLearner;
import vn.hocvu.enrollment.learner.LearnerRefusal.IdentityKnown;
import vn.hocvu.enrollment.vault.Person;
import vn.hocvu.enrollment.vault.Vault;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Ids;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstore.Outcome;

/**
 * Direct enrolment under an admission paper: the person goes to the vault, the learner claims the place of the level,
 * the intake gives the seat. Each step may be repeated, so that an interrupted enrolment is continued by asking again;
 * a seat that is refused frees the place that was claimed for it.
 */
@Component
class DirectEnrollment {
    private static final Actor UNDOING = Actor.policy("WhenSeatRefusedFreePlace");

    private final Vault vault;
    private final Commands commands;
    private final Ids ids;

    DirectEnrollment(Vault vault, Commands commands, Ids ids) {
        this.vault = vault;
        this.commands = commands;
        this.ids = ids;
    }

    LearnerId fresh() {
        return new LearnerId(ids.next());
    }

    /** Takes a person in whom the vault may not know yet, and gives the seat. */
    Outcome enrol(Person person, Seat seat, BiFunction<Object, String, Order> orders) {
        return enrol(vault.keep(person, this::fresh), seat, orders);
    }

    /** Gives the seat to a person whom the vault has just taken in. */
    Outcome enrol(Vault.Kept kept, Seat seat, BiFunction<Object, String, Order> orders) {
        if (kept.different()) {
            throw new IdentityKnown(kept.learnerId());
        }
        var claim = new RegisterLearner(kept.learnerId(), seat.claim(), seat.effectiveOn());
        return give(kept.learnerId(), claim, seat, orders);
    }

    /** Gives the seat to a learner who is known. */
    Outcome enrol(LearnerId learnerId, Seat seat, BiFunction<Object, String, Order> orders) {
        return give(learnerId, new ClaimPlace(learnerId, seat.claim(), seat.effectiveOn()), seat, orders);
    }

    private Outcome give(LearnerId learnerId, Object claim, Seat seat, BiFunction<Object, String, Order> orders) {
        // Claiming is decided anew each time: an earlier run of the same request may have given the claim back.
        var claimed = commands.send(orders.apply(claim, "learner").withCommandId(ids.next()));
        try {
            var outcome = commands.send(orders.apply(order(learnerId, seat), "seat"));
            if (outcome.repeated() && Boolean.TRUE.equals(claimed.result())) {
                // The seat was given once and has been given up since: the repeated request gives nothing.
                free(learnerId, seat);
            }
            return outcome;
        } catch (IntakeRefusal refusal) {
            free(learnerId, seat);
            throw refusal;
        }
    }

    private EnrollLearner order(LearnerId learnerId, Seat seat) {
        return new EnrollLearner(
                seat.classId(),
                new EnrollmentId(ids.next()),
                learnerId,
                seat.nominatingOrgId(),
                seat.type(),
                seat.document(),
                seat.waitIfFull(),
                seat.effectiveOn());
    }

    private void free(LearnerId learnerId, Seat seat) {
        commands.send(Order.of(new FreePlace(learnerId, seat.claim(), seat.effectiveOn()), UNDOING));
    }

    /** What the intake answered, by name. */
    @SuppressWarnings("unchecked") // the intake answers with a map of plain values, fresh or repeated
    static Map<String, Object> answer(Outcome outcome) {
        return outcome.result() instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The seat that is asked for. */
    record Seat(
            ClassId classId,
            ClassType level,
            OrgId nominatingOrgId,
            EnrollmentType type,
            DocumentRef document,
            boolean waitIfFull,
            LocalDate effectiveOn) {
        Claim claim() {
            return new Claim(level, classId);
        }
    }
}
