package vn.hocvu.classes.trainingclass;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.trainingclass.ClassCommand.*;
import vn.hocvu.classes.trainingclass.ClassEvent.*;

/** One training class: proposed against a plan item, opened with a confirmed roll, taught, and graduated or closed. */
@SuppressWarnings("NullAway.Init") // both fields are set by the first event, which every other order finds there
public class TrainingClass {
    @AggregateIdentifier
    ClassId id;

    ClassState state;

    TrainingClass() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(
            ProposeClass order,
            @MetaDataValue("role") @Nullable String role,
            @MetaDataValue("organization") @Nullable String organization) {
        OwnVenue.require(order, role, organization);
        var proposed = Facts.proposed(order);
        if (id == null) {
            apply(proposed);
        } else if (!proposed.equals(state.proposal())) {
            throw new ClassRefusal.ClassCodeTaken(
                    order.classCode(), order.classType(), order.planItemId().year());
        }
    }

    @CommandHandler
    void handle(NoteSlotGranted order) {
        if (state.slot() == Slot.GRANTED) {
            return;
        }
        require(order);
        apply(new SlotGrantNoted(id, state.proposal().planItemId(), order.effectiveOn()));
    }

    @CommandHandler
    void handle(NoteSlotDenied order) {
        if (state.slot() == Slot.DENIED) {
            return;
        }
        require(order);
        apply(new SlotDenialNoted(id, state.proposal().planItemId(), order.cause(), order.effectiveOn()));
    }

    @CommandHandler
    void handle(StartRecruiting order, Rooms rooms) {
        require(order);
        if (state.slot() != Slot.GRANTED) {
            throw new ClassRefusal.SlotNotGranted(state.proposal().planItemId(), state.slot());
        }
        BusinessDates.requireDeadline(order.deadline(), order.effectiveOn(), state);
        SeatsInRoom.require(state.proposal().seats(), state.proposal().venueId(), rooms);
        apply(Facts.recruitingStarted(state.proposal(), order));
    }

    @CommandHandler
    void handle(ExtendRecruiting order) {
        require(order);
        BusinessDates.requireDeadline(order.deadline(), order.effectiveOn(), state);
        apply(Facts.recruitingExtended(state.proposal(), order));
    }

    @CommandHandler
    void handle(RecordRoll order) {
        var known = state.roll();
        if (known != null && known.version().equals(order.rollVersion())) {
            return; // the same roll again says nothing new
        }
        if (known != null && known.version().number() > order.rollVersion().number()) {
            throw new ClassRefusal.RollOutdated(order.rollVersion(), known.version());
        }
        require(order);
        apply(new RollReceived(id, order.enrolledCount(), order.rollVersion(), order.effectiveOn()));
        if (state.isBelowMinimum(order.enrolledCount())) {
            var minimum = state.proposal().minLearners();
            apply(new MinimumMissed(id, order.enrolledCount(), minimum, order.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(OverrideMinimum order) {
        require(order);
        if (!state.minimumOverridden()) {
            apply(new MinimumOverridden(id, order.document(), order.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(ConfirmReadiness order) {
        require(order);
        apply(new ReadinessConfirmed(id, Readiness.require(state), order.effectiveOn()));
    }

    @CommandHandler
    void handle(OpenClass order) {
        if (state.phase() == Phase.RECRUITING) {
            throw new ClassRefusal.NotReady(state.proposal().classCode(), state.phase());
        }
        require(order);
        BusinessDates.requireInPlanYear(order.effectiveOn(), state.proposal().planItemId());
        Readiness.require(state);
        apply(Facts.opened(state.proposal(), state.confirmedRoll(), order));
    }

    @CommandHandler
    void handle(HoldOpeningCeremony order) {
        require(order);
        apply(new OpeningCeremonyHeld(id, order.heldOn(), order.effectiveOn()));
    }

    @CommandHandler
    void handle(StartTeaching order) {
        if (state.phase() == Phase.IN_PROGRESS) {
            return;
        }
        require(order);
        apply(new TeachingStarted(id, order.effectiveOn()));
    }

    @CommandHandler
    void handle(SuspendClass order) {
        require(order);
        var reason = order.reason();
        apply(new ClassSuspended(id, reason.code(), reason.text(), order.document(), order.effectiveOn()));
    }

    @CommandHandler
    void handle(ResumeClass order) {
        require(order);
        apply(new ClassResumed(id, order.document(), order.effectiveOn()));
    }

    @CommandHandler
    void handle(CompleteTeaching order) {
        require(order);
        Curriculum.requireDelivered(state.proposal().curriculum(), order.deliveredPeriods());
        apply(new TeachingCompleted(id, order.deliveredPeriods(), order.document(), order.effectiveOn()));
    }

    @CommandHandler
    void handle(RecordFinalRoll order) {
        var known = state.finalRoll();
        if (known != null && known.version().number() >= order.rollVersion().number()) {
            return;
        }
        require(order);
        apply(new FinalRollReceived(id, order.rollVersion(), order.learnerIds(), order.effectiveOn()));
    }

    @CommandHandler
    void handle(GraduateClass order) {
        require(order);
        requireKind(false, Step.GRADUATE);
        OutcomeList.requireComplete(order.outcomes(), state);
        apply(Facts.graduated(state, order));
    }

    @CommandHandler
    void handle(CloseClass order) {
        require(order);
        requireKind(true, Step.CLOSE);
        OutcomeList.requireComplete(order.outcomes(), state);
        apply(Facts.closed(order));
    }

    @CommandHandler
    void handle(CancelClass order) {
        require(order);
        apply(Facts.cancelled(state, order));
    }

    @CommandHandler
    void handle(TerminateClass order) {
        require(order);
        apply(Facts.terminated(order));
    }

    @EventSourcingHandler
    void on(ClassEvent event) {
        id = event.classId();
        state = event instanceof ClassProposed first ? ClassState.of(first) : state.after(event);
    }

    private void require(ClassCommand order) {
        ClassRights.step(order).requireIn(state.phase());
        BusinessDates.requireNotBeforeOpening(order.effectiveOn(), state);
    }

    private void requireKind(boolean shortCourse, Step step) {
        if (state.proposal().classType().isShortCourse() != shortCourse) {
            throw ClassRefusal.WrongState.forKind(step, state.proposal().classType());
        }
    }
}
