package vn.hocvu.classes.views.rolls;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.messages.consumed.enrollment.EnrollmentFact;
import vn.hocvu.classes.messages.consumed.enrollment.EnrollmentFact.*;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * Who is in one class now.
 *
 * @param seats    seat by learner; 0 where none is known
 * @param released the intake has given all places back
 */
public record RollRow(String classId, Map<String, Integer> seats, boolean released)
        implements Row<EnrollmentFact, RollRow> {
    public RollRow {
        seats = Collections.unmodifiableMap(new TreeMap<>(seats));
    }

    public int learners() {
        return seats.size();
    }

    /** Absent if the learner is not in the class or has no seat. */
    public @Nullable Integer seatOf(String learnerId) {
        var seat = seats.get(learnerId);
        return seat == null || seat == 0 ? null : seat;
    }

    @Override
    public RollRow after(Fact<EnrollmentFact> fact) {
        return switch (fact.body()) {
            case LearnerEnrolled e -> joined(e.learnerId(), e.seatNumber());
            case LearnerWithdrawn e -> left(e.learnerId());
            case LearnerExpelled e -> left(e.learnerId());
            case LearnerDeferred e -> left(e.learnerId());
            case LearnerDeceased e -> left(e.learnerId());
            case LearnerTransferredOut e -> left(e.learnerId());
            case LearnerReleased e -> left(e.learnerId());
            case IntakeReleased e -> new RollRow(classId, seats, true);
            case RollConfirmed e -> this;
            case RollFinalized e -> this;
        };
    }

    private RollRow joined(String learnerId, @Nullable Integer seat) {
        var more = new TreeMap<>(seats);
        more.put(learnerId, seat == null ? 0 : seat);
        return new RollRow(classId, more, released);
    }

    private RollRow left(String learnerId) {
        var fewer = new TreeMap<>(seats);
        fewer.remove(learnerId);
        return new RollRow(classId, fewer, released);
    }
}
