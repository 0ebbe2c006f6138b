package vn.hocvu.enrollment;

import vn.hocvu.enrollment.classintake.IntakeEvent;
import vn.hocvu.enrollment.learner.LearnerEvent;
import vn.hocvu.platform.eventstore.EventNames;

/** The words under which enrollment's facts are kept; a word once given never changes, whatever the class is called. */
final class EnrollmentEvents {
    private EnrollmentEvents() {}

    static EventNames names() {
        return EventNames.builder()
                .add("IntakeOpened", 1, IntakeEvent.IntakeOpened.class)
                .add("IntakeReopened", 1, IntakeEvent.IntakeReopened.class)
                .add("LearnerEnrolled", 1, IntakeEvent.LearnerEnrolled.class)
                .add("LearnerWaitlisted", 1, IntakeEvent.LearnerWaitlisted.class)
                .add("WaitlistPromoted", 1, IntakeEvent.WaitlistPromoted.class)
                .add("WaitlistLeft", 1, IntakeEvent.WaitlistLeft.class)
                .add("RollConfirmed", 1, IntakeEvent.RollConfirmed.class)
                .add("IntakeStarted", 1, IntakeEvent.IntakeStarted.class)
                .add("LearnerWithdrawn", 1, IntakeEvent.LearnerWithdrawn.class)
                .add("LearnerExpelled", 1, IntakeEvent.LearnerExpelled.class)
                .add("LearnerDeferred", 1, IntakeEvent.LearnerDeferred.class)
                .add("LearnerDeceased", 1, IntakeEvent.LearnerDeceased.class)
                .add("LearnerTransferredOut", 1, IntakeEvent.LearnerTransferredOut.class)
                .add("RollFinalized", 1, IntakeEvent.RollFinalized.class)
                .add("EnrollmentCompleted", 1, IntakeEvent.EnrollmentCompleted.class)
                .add("LearnerReleased", 1, IntakeEvent.LearnerReleased.class)
                .add("IntakeReleased", 1, IntakeEvent.IntakeReleased.class)
                .add("LearnerRegistered", 1, LearnerEvent.LearnerRegistered.class)
                .add("PlaceClaimed", 1, LearnerEvent.PlaceClaimed.class)
                .add("PlaceFreed", 1, LearnerEvent.PlaceFreed.class)
                .add("DiplomaHeld", 1, LearnerEvent.DiplomaHeld.class)
                .build();
    }
}
