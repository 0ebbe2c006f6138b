package vn.hocvu.classes.views.finalrolls;

import java.util.List;
import vn.hocvu.classes.trainingclass.ClassEvent;
import vn.hocvu.classes.trainingclass.ClassEvent.FinalRollReceived;
import vn.hocvu.classes.trainingclass.LearnerId;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/** The learners of one class who get an outcome. */
public record FinalRollRow(String classId, List<LearnerId> learnerIds) implements Row<ClassEvent, FinalRollRow> {
    public FinalRollRow {
        learnerIds = List.copyOf(learnerIds);
    }

    @Override
    public FinalRollRow after(Fact<ClassEvent> fact) {
        return fact.body() instanceof FinalRollReceived roll ? new FinalRollRow(classId, roll.learnerIds()) : this;
    }
}
