package vn.hocvu.enrollment.messages.published;

import java.util.Optional;
import vn.hocvu.enrollment.classintake.IntakeEvent;
import vn.hocvu.enrollment.classintake.IntakeEvent.*;
import vn.hocvu.enrollment.learner.LearnerEvent;
import vn.hocvu.enrollment.learner.LearnerEvent.*;
import vn.hocvu.platform.eventstream.Message;

/** Turns what happened into what the world hears of it; the compiler asks about every new fact. */
public final class EnrollmentMessages {
    private EnrollmentMessages() {}

    public static Optional<Message> of(IntakeEvent event) {
        return switch (event) {
            case IntakeOpened e -> told(e);
            case IntakeReopened e -> told(e);
            case LearnerEnrolled e -> told(e);
            case LearnerWaitlisted e -> told(e);
            case WaitlistPromoted e -> told(e);
            case WaitlistLeft e -> told(e);
            case RollConfirmed e -> told(e);
            case IntakeStarted e -> told(e);
            case LearnerWithdrawn e -> told(e);
            case LearnerExpelled e -> told(e);
            case LearnerDeferred e -> told(e);
            case LearnerDeceased e -> told(e);
            case LearnerTransferredOut e -> told(e);
            case RollFinalized e -> told(e);
            case EnrollmentCompleted e -> told(e);
            case LearnerReleased e -> told(e);
            case IntakeReleased e -> told(e);
        };
    }

    public static Optional<Message> of(LearnerEvent event) {
        return switch (event) {
            case LearnerRegistered e -> told(e);
            case PlaceClaimed e -> told(e);
            case PlaceFreed e -> told(e);
            case DiplomaHeld e -> told(e);
        };
    }

    /** So far every fact is told in the form in which it is kept; the samples in docs/events hold that form fast. */
    private static Optional<Message> told(Object event) {
        return Optional.of(new Message(event.getClass().getSimpleName(), 1, event));
    }
}
