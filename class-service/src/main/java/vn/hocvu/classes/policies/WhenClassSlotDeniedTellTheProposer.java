package vn.hocvu.classes.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact.ClassSlotDenied;
import vn.hocvu.classes.trainingclass.ClassCommand.NoteSlotDenied;
import vn.hocvu.classes.trainingclass.ClassId;
import vn.hocvu.classes.trainingclass.ClassRefusal.WrongState;
import vn.hocvu.platform.eventstream.Policy;

/** W2: planning has no place for the class; the proposer sees the cause on the class's page. */
@Component
class WhenClassSlotDeniedTellTheProposer implements Policy<ClassSlotDenied> {
    @Override
    public Class<ClassSlotDenied> fact() {
        return ClassSlotDenied.class;
    }

    @Override
    public NoteSlotDenied react(ClassSlotDenied fact) {
        return new NoteSlotDenied(new ClassId(fact.classId()), fact.cause(), fact.effectiveOn());
    }

    /** The class was cancelled while planning decided. */
    @Override
    public boolean expects(RuntimeException refusal) {
        return refusal instanceof WrongState;
    }
}
