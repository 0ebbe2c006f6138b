package vn.hocvu.enrollment.learner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.DocumentRef;
import vn.hocvu.enrollment.classintake.LearnerId;

/**
 * What has happened to one learner's record. Kept for ever: only optional fields are added. Never names anybody. In
 * each, {@code effectiveOn} is the business date, local to Asia/Ho_Chi_Minh, and may lie before the recording.
 */
public sealed interface LearnerEvent {
    LearnerId learnerId();

    LocalDate effectiveOn();

    /** The person is known; the vault holds who it is. */
    record LearnerRegistered(LearnerId learnerId, LocalDate effectiveOn) implements LearnerEvent {}

    /** The learner's place at a level belongs to a class. */
    record PlaceClaimed(LearnerId learnerId, ClassType level, ClassId classId, LocalDate effectiveOn)
            implements LearnerEvent {}

    /** The learner's place at a level is free again. */
    record PlaceFreed(LearnerId learnerId, ClassType level, ClassId classId, LocalDate effectiveOn)
            implements LearnerEvent {}

    /**
     * The learner holds the diploma of a level.
     *
     * @param year year of the diploma
     */
    record DiplomaHeld(
            LearnerId learnerId,
            ClassType level,
            int year,
            @Nullable ClassId classId,
            @Nullable DocumentRef document,
            LocalDate effectiveOn)
            implements LearnerEvent {}
}
