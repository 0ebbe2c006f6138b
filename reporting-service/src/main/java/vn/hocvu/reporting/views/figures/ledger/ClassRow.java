package vn.hocvu.reporting.views.figures.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;
import vn.hocvu.reporting.messages.consumed.Heard;
import vn.hocvu.reporting.messages.consumed.classes.ClassFact;
import vn.hocvu.reporting.messages.consumed.enrollment.EnrollmentFact;

/**
 * One class: what it is, and the dated facts from which its share in every figure follows.
 *
 * @param traits            absent while only its roll is known
 * @param enrolledAtOpening roll with which it opened
 * @param deadline          end of recruiting
 * @param running           true once its intake has started: later moves change a running class
 */
public record ClassRow(
        String classId,
        @Nullable Traits traits,
        @Nullable Moment proposed,
        @Nullable Moment recruiting,
        @Nullable LocalDate deadline,
        @Nullable Moment opened,
        int enrolledAtOpening,
        @Nullable Moment cancelled,
        @Nullable Ending ended,
        boolean running,
        List<Move> moves)
        implements Row<Heard, ClassRow> {

    public ClassRow {
        moves = List.copyOf(moves);
    }

    static ClassRow empty(String classId) {
        return new ClassRow(classId, null, null, null, null, null, 0, null, null, false, List.of());
    }

    /** Key of the row that a fact changes; absent if figures do not depend on it. */
    static @Nullable String keyOf(Fact<Heard> fact) {
        return ClassFact.FAMILY.has(fact) || EnrollmentFact.FAMILY.has(fact)
                ? fact.body().text("classId")
                : null;
    }

    @Override
    public ClassRow after(Fact<Heard> fact) {
        return ClassFact.FAMILY
                .read(fact)
                .map(said -> after(said, Moment.of(fact, said.effectiveOn())))
                .or(() ->
                        EnrollmentFact.FAMILY.read(fact).map(said -> after(said, Moment.of(fact, said.effectiveOn()))))
                .orElse(this);
    }

    private ClassRow after(ClassFact said, Moment at) {
        return switch (said) {
            case ClassFact.ClassProposed f -> described(Traits.of(f), at, opened, enrolledAtOpening);
            case ClassFact.RecruitingStarted f -> recruiting(at, f.deadline());
            case ClassFact.RecruitingExtended f -> recruiting(recruiting == null ? at : recruiting, f.deadline());
            case ClassFact.ClassOpened f -> described(Traits.of(f), proposed, at, f.enrolledCount());
            case ClassFact.ClassCancelled f ->
                new ClassRow(
                        classId,
                        traits,
                        proposed,
                        recruiting,
                        deadline,
                        opened,
                        enrolledAtOpening,
                        at,
                        ended,
                        running,
                        moves);
            case ClassFact.ClassGraduated f ->
                ended(new Ending(
                        at,
                        Ending.Kind.GRADUATED,
                        f.counts().graduated(),
                        f.counts().notGraduated()));
            case ClassFact.ClassClosed f ->
                ended(new Ending(
                        at,
                        Ending.Kind.CLOSED,
                        f.counts().completed(),
                        f.counts().notCompleted()));
            case ClassFact.ClassTerminated f -> ended(new Ending(at, Ending.Kind.TERMINATED, 0, 0));
        };
    }

    private ClassRow after(EnrollmentFact said, Moment at) {
        return switch (said) {
            case EnrollmentFact.IntakeStarted f -> with(true, moves);
            case EnrollmentFact.LearnerEnrolled f ->
                moved(new Move(at, f.enrollmentType(), 1, f.learnerId(), f.fromClassId(), running));
            case EnrollmentFact.LearnerWithdrawn f -> left(at, f);
            case EnrollmentFact.LearnerExpelled f -> left(at, f);
            case EnrollmentFact.LearnerDeferred f -> left(at, f);
            case EnrollmentFact.LearnerDeceased f -> left(at, f);
            case EnrollmentFact.LearnerTransferredOut f -> left(at, f);
            case EnrollmentFact.LearnerReleased f -> left(at, f);
        };
    }

    private ClassRow left(Moment at, EnrollmentFact.Exit exit) {
        return moved(new Move(at, at.eventType(), -1, exit.learnerId(), null, running));
    }

    private ClassRow moved(Move move) {
        var more = new ArrayList<Move>(moves.size() + 1);
        more.addAll(moves);
        more.add(move);
        return with(running, more);
    }

    private ClassRow with(boolean nowRunning, List<Move> nowMoves) {
        return new ClassRow(
                classId,
                traits,
                proposed,
                recruiting,
                deadline,
                opened,
                enrolledAtOpening,
                cancelled,
                ended,
                nowRunning,
                nowMoves);
    }

    private ClassRow described(Traits now, @Nullable Moment proposal, @Nullable Moment opening, int enrolled) {
        return new ClassRow(
                classId, now, proposal, recruiting, deadline, opening, enrolled, cancelled, ended, running, moves);
    }

    private ClassRow recruiting(Moment since, @Nullable LocalDate until) {
        return new ClassRow(
                classId,
                traits,
                proposed,
                since,
                until == null ? deadline : until,
                opened,
                enrolledAtOpening,
                cancelled,
                ended,
                running,
                moves);
    }

    private ClassRow ended(Ending ending) {
        return new ClassRow(
                classId,
                traits,
                proposed,
                recruiting,
                deadline,
                opened,
                enrolledAtOpening,
                cancelled,
                ending,
                running,
                moves);
    }
}
