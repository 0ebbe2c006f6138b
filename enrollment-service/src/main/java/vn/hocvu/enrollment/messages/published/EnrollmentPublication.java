package vn.hocvu.enrollment.messages.published;

import java.util.Optional;
import vn.hocvu.enrollment.classintake.IntakeEvent;
import vn.hocvu.enrollment.learner.LearnerEvent;
import vn.hocvu.platform.eventstream.Message;
import vn.hocvu.platform.eventstream.Publication;

/** Enrollment's own topic. */
public final class EnrollmentPublication implements Publication {
    /** Where enrollment is heard; nobody else writes there. */
    public static final String TOPIC = "hocvu.enrollment.events.v1";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String source() {
        return "enrollment";
    }

    @Override
    public Optional<Message> of(Object storedEvent) {
        return switch (storedEvent) {
            case IntakeEvent event -> EnrollmentMessages.of(event);
            case LearnerEvent event -> EnrollmentMessages.of(event);
            default -> Optional.empty();
        };
    }
}
