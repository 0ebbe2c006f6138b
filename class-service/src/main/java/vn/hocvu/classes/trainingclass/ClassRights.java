package vn.hocvu.classes.trainingclass;

import java.util.Set;
import vn.hocvu.classes.trainingclass.ClassCommand.*;

/** Who may order what; a new order does not compile until someone is, or nobody is, entitled to it. */
public final class ClassRights {
    private ClassRights() {}

    /** Role codes that may give the order; empty = nobody. */
    public static Set<String> permitted(ClassCommand order) {
        return step(order).roles();
    }

    static Step step(ClassCommand order) {
        return switch (order) {
            case ProposeClass o -> Step.PROPOSE;
            case NoteSlotGranted o -> Step.NOTE_SLOT_GRANTED;
            case NoteSlotDenied o -> Step.NOTE_SLOT_DENIED;
            case StartRecruiting o -> Step.START_RECRUITING;
            case ExtendRecruiting o -> Step.EXTEND_RECRUITING;
            case RecordRoll o -> Step.RECORD_ROLL;
            case OverrideMinimum o -> Step.OVERRIDE_MINIMUM;
            case ConfirmReadiness o -> Step.CONFIRM_READINESS;
            case OpenClass o -> Step.OPEN;
            case HoldOpeningCeremony o -> Step.HOLD_OPENING_CEREMONY;
            case StartTeaching o -> Step.START_TEACHING;
            case SuspendClass o -> Step.SUSPEND;
            case ResumeClass o -> Step.RESUME;
            case CompleteTeaching o -> Step.COMPLETE_TEACHING;
            case RecordFinalRoll o -> Step.RECORD_FINAL_ROLL;
            case GraduateClass o -> Step.GRADUATE;
            case CloseClass o -> Step.CLOSE;
            case CancelClass o -> Step.CANCEL;
            case TerminateClass o -> Step.TERMINATE;
        };
    }
}
