package vn.hocvu.classes.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact.ClassSlotGranted;
import vn.hocvu.classes.trainingclass.ClassCommand.NoteSlotGranted;
import vn.hocvu.classes.trainingclass.ClassId;
import vn.hocvu.classes.trainingclass.ClassRefusal.WrongState;
import vn.hocvu.platform.eventstream.Policy;

/** W2: planning has given the class its place, so recruiting may start. */
@Component
class WhenClassSlotGrantedNoteIt implements Policy<ClassSlotGranted> {
    @Override
    public Class<ClassSlotGranted> fact() {
        return ClassSlotGranted.class;
    }

    @Override
    public NoteSlotGranted react(ClassSlotGranted fact) {
        return new NoteSlotGranted(new ClassId(fact.classId()), fact.effectiveOn());
    }

    /** The class was cancelled while planning decided. */
    @Override
    public boolean expects(RuntimeException refusal) {
        return refusal instanceof WrongState;
    }
}
