package vn.hocvu.reporting.views.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.hocvu.reporting.views.ledger.ClassRow;
import vn.hocvu.reporting.views.ledger.Move;

/**
 * What may explain that a published carry-out differs from the derived one. Causes are tried one at a time, never
 * combined; one is worth telling only if it leaves less unexplained in both measures.
 */
public final class Causes {

    /** The causes, in the order in which they are tried. */
    public enum Cause {
        /** Unfulfilled items of the same class type counted as carried out. */
        K1,
        /** Classes effective by the date but recorded after the publication. */
        K2,
        /** Off-plan classes left out or added. */
        K3,
        /** Planned quota used instead of the roll. */
        K4,
        /** Short courses subtracted in place of graduated classes. */
        K5,
        /** Learners deferred in the year counted as carried out. */
        K6
    }

    /**
     * One candidate.
     *
     * @param matched  how much of the difference it would explain
     * @param residue  what would stay unexplained
     * @param subjects the items or classes in question
     */
    public record Candidate(Cause cause, Amount matched, Amount residue, List<String> subjects) {}

    private static final String SHORT_COURSE = "BOI_DUONG";

    private final Figures figures;
    private final int year;
    private final Scope scope;
    private final AsOf asOf;
    private final Instant publishedAt;

    public Causes(Figures figures, int year, Scope scope, AsOf asOf, Instant publishedAt) {
        this.figures = figures;
        this.year = year;
        this.scope = scope;
        this.asOf = asOf;
        this.publishedAt = publishedAt;
    }

    /** Candidates for a difference, published less derived. */
    public List<Candidate> of(Amount difference) {
        List<Candidate> candidates = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            for (Guess guess : guesses(cause)) {
                Amount residue = difference.minus(guess.matched());
                if (!guess.matched().isNone()
                        && Math.abs(residue.classes()) < Math.abs(difference.classes())
                        && Math.abs(residue.learners()) < Math.abs(difference.learners())) {
                    candidates.add(new Candidate(cause, guess.matched(), residue, guess.subjects()));
                }
            }
        }
        return candidates;
    }

    private record Guess(Amount matched, List<String> subjects) {
        Guess negated() {
            return new Guess(Amount.NONE.minus(matched), subjects);
        }
    }

    private List<Guess> guesses(Cause cause) {
        return switch (cause) {
            case K1 -> List.of(sum(figures.contributions(Figure.UNFULFILLED, year, scope, asOf)));
            case K2 -> recordedLater();
            case K3 -> offPlan();
            case K4 -> List.of(plannedForRoll());
            case K5 -> List.of(shortCourses());
            case K6 -> List.of(deferred());
        };
    }

    private static Guess sum(List<Contribution> contributions) {
        return new Guess(
                Amount.sum(contributions),
                contributions.stream().map(Contribution::subject).toList());
    }

    private List<Contribution> running() {
        return figures.contributions(Figure.CARRIED_OUT, year, scope, asOf);
    }

    private List<Guess> recordedLater() {
        Guess later = sum(running().stream()
                .filter(one -> one.at().recordedAt().isAfter(publishedAt))
                .toList());
        return List.of(later.negated());
    }

    private List<Guess> offPlan() {
        List<String> offPlan = figures.classes().stream()
                .filter(ClassRow::offPlan)
                .map(ClassRow::classId)
                .toList();
        Guess found = sum(running().stream()
                .filter(one -> offPlan.contains(one.classId()))
                .toList());
        return List.of(found, found.negated());
    }

    private Guess plannedForRoll() {
        List<String> running = running().stream().map(Contribution::classId).toList();
        int planned = figures.classes().stream()
                .filter(row -> running.contains(row.classId()))
                .mapToInt(ClassRow::plannedLearners)
                .sum();
        int rolls = running().stream().mapToInt(Contribution::learners).sum();
        return new Guess(new Amount(0, planned - rolls), List.of());
    }

    private Guess shortCourses() {
        Amount graduated = figures.amount(Figure.GRADUATED, year, scope, asOf);
        List<Contribution> closed = figures.contributions(Figure.CLOSED, year, Scope.classType(SHORT_COURSE), asOf);
        return new Guess(graduated.minus(Amount.sum(closed)), sum(closed).subjects());
    }

    private Guess deferred() {
        int learners = 0;
        List<String> subjects = new ArrayList<>();
        for (ClassRow row : figures.classes()) {
            for (Move move : row.moves()) {
                if (scope.covers(row)
                        && move.kind().equals("LearnerDeferred")
                        && asOf.counts(move.at())
                        && move.at().effectiveOn().getYear() == year) {
                    learners++;
                    subjects.add(row.classId());
                }
            }
        }
        return new Guess(new Amount(0, learners), subjects);
    }
}
