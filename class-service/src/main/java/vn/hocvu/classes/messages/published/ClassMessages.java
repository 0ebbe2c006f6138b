package vn.hocvu.classes.messages.published;

import java.util.Optional;
import vn.hocvu.classes.trainingclass.ClassEvent;
import vn.hocvu.classes.trainingclass.ClassEvent.*;
import vn.hocvu.platform.eventstream.Message;
import vn.hocvu.platform.eventstream.Publication;

/** What the class service tells the world; the compiler asks of every new event whether others should hear it. */
public final class ClassMessages implements Publication {
    @Override
    public String topic() {
        return "hocvu.class.events.v1";
    }

    @Override
    public String source() {
        return "class";
    }

    @Override
    public Optional<Message> of(Object storedEvent) {
        return storedEvent instanceof ClassEvent event ? Optional.of(of(event)) : Optional.empty();
    }

    /**
     * Every event of a class is told, under its own word and with its own fields: the golden samples in
     * {@code docs/events/class} notice when the two part.
     */
    private static Message of(ClassEvent event) {
        return switch (event) {
            case ClassProposed e -> told("ClassProposed", e);
            case SlotGrantNoted e -> told("SlotGrantNoted", e);
            case SlotDenialNoted e -> told("SlotDenialNoted", e);
            case RecruitingStarted e -> told("RecruitingStarted", e);
            case RecruitingExtended e -> told("RecruitingExtended", e);
            case RollReceived e -> told("RollReceived", e);
            case MinimumMissed e -> told("MinimumMissed", e);
            case MinimumOverridden e -> told("MinimumOverridden", e);
            case ReadinessConfirmed e -> told("ReadinessConfirmed", e);
            case ClassOpened e -> told("ClassOpened", e);
            case OpeningCeremonyHeld e -> told("OpeningCeremonyHeld", e);
            case TeachingStarted e -> told("TeachingStarted", e);
            case ClassSuspended e -> told("ClassSuspended", e);
            case ClassResumed e -> told("ClassResumed", e);
            case TeachingCompleted e -> told("TeachingCompleted", e);
            case FinalRollReceived e -> told("FinalRollReceived", e);
            case ClassGraduated e -> told("ClassGraduated", e);
            case ClassClosed e -> told("ClassClosed", e);
            case ClassCancelled e -> told("ClassCancelled", e);
            case ClassTerminated e -> told("ClassTerminated", e);
        };
    }

    private static Message told(String word, ClassEvent event) {
        return new Message(word, 1, event);
    }
}
