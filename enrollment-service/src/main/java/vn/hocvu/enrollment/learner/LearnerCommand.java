package vn.hocvu.enrollment.learner;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.DocumentRef;
import vn.hocvu.enrollment.classintake.LearnerId;

/** What can be asked of one learner's record; who the learner is stands in the vault only. */
public sealed interface LearnerCommand {
    LearnerId learnerId();

    /**
     * Begins a record for a person whom the vault has just taken in; asked again it changes nothing.
     *
     * @param claim place claimed in the same breath, absent if the person is only registered
     */
    record RegisterLearner(
            @TargetAggregateIdentifier LearnerId learnerId,
            @Nullable Claim claim,
            LocalDate effectiveOn) implements LearnerCommand {}

    /** Takes the one place of a level for a class; a learner studies in one class of a level at a time. */
    record ClaimPlace(@TargetAggregateIdentifier LearnerId learnerId, Claim claim, LocalDate effectiveOn)
            implements LearnerCommand {}

    /** Moves the claim along with a learner who changes class. */
    record MovePlace(
            @TargetAggregateIdentifier LearnerId learnerId, ClassId fromClassId, Claim claim, LocalDate effectiveOn)
            implements LearnerCommand {}

    /** Gives the place of a level free, if it is that class which holds it. */
    record FreePlace(@TargetAggregateIdentifier LearnerId learnerId, Claim claim, LocalDate effectiveOn)
            implements LearnerCommand {}

    /**
     * Notes that the learner holds the diploma of a level.
     *
     * @param year     year of the diploma
     * @param classId  class that led to it, absent for a diploma from elsewhere
     * @param document paper that proves a diploma from elsewhere
     */
    record RecordDiplomaHeld(
            @TargetAggregateIdentifier LearnerId learnerId,
            ClassType level,
            int year,
            @Nullable ClassId classId,
            @Nullable DocumentRef document,
            LocalDate effectiveOn)
            implements LearnerCommand {}
}
