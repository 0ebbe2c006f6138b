package vn.hocvu.classes.web;

import java.util.ArrayList;
import java.util.List;
import vn.hocvu.classes.trainingclass.Curriculum;
import vn.hocvu.classes.trainingclass.Phase;
import vn.hocvu.classes.views.classes.ClassRow;
import vn.hocvu.classes.views.classes.ClassTask;

/** What must hold before the board signs, as far as it is known on the page; the class itself decides in the end. */
final class Checks {
    private Checks() {}

    /**
     * One check.
     *
     * @param key      message {@code check.<key>}
     * @param passed   it holds
     * @param first    first value its sentence names
     * @param second   second value its sentence names
     */
    record Check(String key, boolean passed, int first, int second) {}

    static List<Check> of(ClassRow row) {
        var task = row.task();
        return task == ClassTask.GRADUATE || task == ClassTask.CLOSE || row.phase() == Phase.TAUGHT
                ? beforeEnd(row)
                : beforeOpening(row);
    }

    private static List<Check> beforeOpening(ClassRow row) {
        var p = row.proposed();
        var recruiting = row.recruiting();
        int enrolled = recruiting.enrolled() == null ? 0 : recruiting.enrolled();
        var checks = new ArrayList<Check>();
        checks.add(new Check("roll", recruiting.current(), enrolled, 0));
        checks.add(new Check(
                "seats", enrolled <= p.seats().count(), enrolled, p.seats().count()));
        checks.add(
                recruiting.override() == null
                        ? new Check(
                                "minimum",
                                enrolled >= p.minLearners().count(),
                                enrolled,
                                p.minLearners().count())
                        : new Check("override", true, enrolled, p.minLearners().count()));
        checks.add(new Check("ready", row.phase() == Phase.READY, 0, 0));
        return checks;
    }

    private static List<Check> beforeEnd(ClassRow row) {
        var teaching = row.teaching();
        int delivered = teaching.deliveredPeriods() == null ? 0 : teaching.deliveredPeriods();
        int needed = Curriculum.periods(row.proposed().curriculum())
                .map(p -> p.count())
                .orElse(0);
        return List.of(
                new Check("taught", delivered >= needed, delivered, needed),
                new Check(
                        "finalRoll",
                        teaching.finalRoll() != null,
                        teaching.finalRoll() == null ? 0 : teaching.finalRoll(),
                        0));
    }
}
