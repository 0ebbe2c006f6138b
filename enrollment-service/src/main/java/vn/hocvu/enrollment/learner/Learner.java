package vn.hocvu.enrollment.learner;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.learner.LearnerCommand.ClaimPlace;
import vn.hocvu.enrollment.learner.LearnerCommand.FreePlace;
import vn.hocvu.enrollment.learner.LearnerCommand.MovePlace;
import vn.hocvu.enrollment.learner.LearnerCommand.RecordDiplomaHeld;
import vn.hocvu.enrollment.learner.LearnerCommand.RegisterLearner;
import vn.hocvu.enrollment.learner.LearnerEvent.DiplomaHeld;
import vn.hocvu.enrollment.learner.LearnerEvent.LearnerRegistered;
import vn.hocvu.enrollment.learner.LearnerEvent.PlaceClaimed;
import vn.hocvu.enrollment.learner.LearnerEvent.PlaceFreed;

/** One learner, known here by an id only: keeps that nobody studies in two classes of a level, or for a diploma held. */
public class Learner {
    @AggregateIdentifier
    private LearnerId id;

    private @Nullable LearnerState state;

    /** For the event store, which then tells what has happened. */
    protected Learner() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(RegisterLearner order) {
        if (state == null) {
            apply(new LearnerRegistered(order.learnerId(), order.effectiveOn()));
        }
        return order.claim() != null && claim(order.claim(), order.effectiveOn());
    }

    @CommandHandler
    boolean handle(ClaimPlace order) {
        return claim(order.claim(), order.effectiveOn());
    }

    @CommandHandler
    void handle(MovePlace order) {
        free(new Claim(order.claim().level(), order.fromClassId()), order.effectiveOn());
        claim(order.claim(), order.effectiveOn());
    }

    @CommandHandler
    void handle(FreePlace order) {
        free(order.claim(), order.effectiveOn());
    }

    @CommandHandler
    void handle(RecordDiplomaHeld order) {
        if (order.level().endsInDiploma() && now().diplomaOf(order.level()).isEmpty()) {
            apply(new DiplomaHeld(
                    id, order.level(), order.year(), order.classId(), order.document(), order.effectiveOn()));
        }
    }

    @EventSourcingHandler
    void on(LearnerEvent event) {
        id = event.learnerId();
        state = event instanceof LearnerRegistered ? LearnerState.registered() : now().after(event);
    }

    /** Whether the claim is new. */
    private boolean claim(Claim claim, LocalDate on) {
        if (heldBy(claim.level(), claim.classId())) {
            return false;
        }
        OnePlacePerLevel.require(id, now(), claim);
        apply(new PlaceClaimed(id, claim.level(), claim.classId(), on));
        return true;
    }

    private void free(Claim claim, LocalDate on) {
        if (heldBy(claim.level(), claim.classId())) {
            apply(new PlaceFreed(id, claim.level(), claim.classId(), on));
        }
    }

    private boolean heldBy(ClassType level, ClassId classId) {
        return now().placeAt(level).filter(classId::equals).isPresent();
    }

    private LearnerState now() {
        return Objects.requireNonNull(state);
    }
}
