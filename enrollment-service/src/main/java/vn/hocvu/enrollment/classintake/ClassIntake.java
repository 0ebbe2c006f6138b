package vn.hocvu.enrollment.classintake;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.IntakeCommand.CompleteEnrollments;
import vn.hocvu.enrollment.classintake.IntakeCommand.ConfirmRoll;
import vn.hocvu.enrollment.classintake.IntakeCommand.DeferLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.EndTransferredPlace;
import vn.hocvu.enrollment.classintake.IntakeCommand.EnrollLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.ExpelLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.FinalizeRoll;
import vn.hocvu.enrollment.classintake.IntakeCommand.OpenIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.RecordDeath;
import vn.hocvu.enrollment.classintake.IntakeCommand.ReleaseIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.ReopenIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.StartIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.TransferLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.WithdrawLearner;
import vn.hocvu.enrollment.classintake.IntakeEvent.IntakeOpened;
import vn.hocvu.enrollment.classintake.IntakeRefusal.ClassFull;
import vn.hocvu.enrollment.classintake.IntakeRefusal.LevelsDiffer;

/**
 * The intake of one class: it alone gives seats, so that two centres can never both get the last one. Learners join
 * while it is open or the class runs, wait in line when it is full, and leave with a reason and a document.
 */
public class ClassIntake {
    @AggregateIdentifier
    private ClassId id;

    private @Nullable IntakeState state;

    /** For the event store, which then tells what has happened. */
    protected ClassIntake() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenIntake order) {
        if (state == null) {
            apply(IntakeOpened.with(order.classId(), order.terms(), order.deadline(), order.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(ReopenIntake order) {
        Phases.reopen(now(), order).forEach(event -> apply(event));
    }

    @CommandHandler
    Map<String, Object> handle(
            EnrollLearner order,
            @MetaDataValue("role") @Nullable String role,
            @MetaDataValue("organization") @Nullable String organization) {
        OwnVenue.require(id, now().terms(), role, organization);
        var learner = order.learnerId();
        if (now().roll().placeOf(learner).isEmpty() && now().waitlist().positionOf(learner) == 0) {
            FundingCircle.require(id, now().terms(), order.nominatingOrgId());
            admit(Candidate.of(order, Joining.as(order.type(), id, now())), order.waitIfFull());
        }
        return Placement.of(learner, now());
    }

    @CommandHandler
    Map<String, Object> handle(TransferLearner order) {
        if (now().roll().placeOf(order.learnerId()).isEmpty()) {
            if (order.fromClassType() != now().terms().classType()) {
                throw new LevelsDiffer(order.fromClassType(), now().terms().classType());
            }
            FundingCircle.require(id, now().terms(), order.nominatingOrgId());
            admit(Candidate.of(order, Joining.as(EnrollmentType.TRANSFER_IN, id, now())), false);
        }
        return Placement.of(order.learnerId(), now());
    }

    @CommandHandler
    void handle(EndTransferredPlace order) {
        if (now().roll().placeOf(order.learnerId()).isPresent()) {
            var place = Leaving.require(id, now(), order.learnerId(), order.effectiveOn());
            leave(Exits.transferred(place, order, now()));
        }
    }

    @CommandHandler
    void handle(WithdrawLearner order) {
        Leaving.requireComplete(order.reason());
        if (now().waitlist().positionOf(order.learnerId()) > 0) {
            apply(Exits.noLongerWaiting(id, order.learnerId(), WaitlistEnd.WITHDRAWN, now(), order.effectiveOn()));
            return;
        }
        var place = Leaving.require(id, now(), order.learnerId(), order.effectiveOn());
        leave(Exits.withdrawn(place, order, now()));
    }

    @CommandHandler
    void handle(ExpelLearner order) {
        leave(Exits.expelled(Leaving.require(id, now(), order.learnerId(), order.effectiveOn()), order, now()));
    }

    @CommandHandler
    void handle(DeferLearner order) {
        Leaving.requireComplete(order.reason());
        Leaving.requireShort(order.effectiveOn(), order.until());
        leave(Exits.deferred(Leaving.require(id, now(), order.learnerId(), order.effectiveOn()), order, now()));
    }

    @CommandHandler
    void handle(RecordDeath order) {
        var place = Leaving.requireForDeath(id, now(), order.learnerId(), order.effectiveOn());
        leave(Exits.deceased(place, order, now()));
    }

    @CommandHandler
    void handle(
            ConfirmRoll order,
            @MetaDataValue("role") @Nullable String role,
            @MetaDataValue("organization") @Nullable String organization) {
        OwnVenue.require(id, now().terms(), role, organization);
        Phases.confirm(now(), order).forEach(event -> apply(event));
    }

    @CommandHandler
    void handle(StartIntake order) {
        Phases.start(now(), order).forEach(event -> apply(event));
    }

    @CommandHandler
    void handle(FinalizeRoll order) {
        Phases.finish(now(), order).forEach(event -> apply(event));
    }

    @CommandHandler
    void handle(CompleteEnrollments order) {
        Phases.complete(now(), order).forEach(event -> apply(event));
    }

    @CommandHandler
    void handle(ReleaseIntake order) {
        Phases.release(now(), order).forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(IntakeEvent event) {
        id = event.classId();
        state = event instanceof IntakeOpened first ? IntakeState.of(first) : now().after(event);
    }

    private IntakeState now() {
        return Objects.requireNonNull(state);
    }

    private void admit(Candidate candidate, boolean waitIfFull) {
        var line = now().waitlist();
        if (line.count() == 0 && now().freeSeat().isPresent()) {
            apply(Seating.give(id, candidate, now()));
        } else if (waitIfFull && !line.full()) {
            apply(Seating.queue(id, candidate, now()));
        } else {
            throw new ClassFull(id, now().terms().seats(), line.count());
        }
    }

    private void leave(IntakeEvent.PlaceEnded exit) {
        apply(exit);
        Seating.promote(id, now(), exit.effectiveOn()).forEach(event -> apply(event));
    }
}
