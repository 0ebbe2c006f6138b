package vn.hocvu.reporting.views.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.views.figures.ledger.ClassRow;
import vn.hocvu.reporting.views.figures.ledger.Ending;
import vn.hocvu.reporting.views.figures.ledger.Moment;
import vn.hocvu.reporting.views.figures.ledger.Move;
import vn.hocvu.reporting.views.figures.ledger.Traits;

/** One class seen as of a date and as known at an instant: when it opened and ended, and its roll on any day. */
public final class ClassHistory {
    private static final Set<String> LATE = Set.of("NEW", "LATE");

    private final ClassRow row;
    private final Traits traits;
    private final @Nullable Moment opened;
    private final @Nullable Ending ended;
    private final List<Move> moves;

    private ClassHistory(ClassRow row, Traits traits, AsOf asOf) {
        this.row = row;
        this.traits = traits;
        this.opened = asOf.knows(row.opened()) ? row.opened() : null;
        this.ended = row.ended() != null && asOf.knows(row.ended().at()) ? row.ended() : null;
        this.moves = row.moves().stream().filter(move -> asOf.knows(move.at())).toList();
    }

    /** The class as seen so; absent while nobody has described it. */
    static @Nullable ClassHistory of(ClassRow row, AsOf asOf) {
        return row.traits() == null ? null : new ClassHistory(row, row.traits(), asOf);
    }

    public String classId() {
        return row.classId();
    }

    public Traits traits() {
        return traits;
    }

    public ClassRow row() {
        return row;
    }

    public @Nullable Moment opened() {
        return opened;
    }

    public @Nullable Ending ended() {
        return ended;
    }

    boolean openedIn(int year) {
        return opened != null && opened.effectiveOn().getYear() == year;
    }

    boolean endedIn(int year, Ending.Kind kind) {
        return opened != null
                && ended != null
                && ended.kind() == kind
                && ended.at().effectiveOn().getYear() == year;
    }

    /** True if it had opened and not ended by the end of the day. */
    public boolean runsOn(LocalDate day) {
        return opened != null
                && !opened.effectiveOn().isAfter(day)
                && (ended == null || ended.at().effectiveOn().isAfter(day));
    }

    /** Learners on the roll at the end of the day; none unless the class runs then. */
    public int roll(LocalDate day) {
        return runsOn(day)
                ? moves.stream()
                        .filter(move -> countsBy(move, day))
                        .mapToInt(Move::people)
                        .sum()
                : 0;
    }

    /** Learners who have joined and not left, whether or not the class has opened. */
    public int places() {
        return moves.stream().mapToInt(Move::people).sum();
    }

    /** A move before the opening is part of the roll the class opened with, whatever its date. */
    private static boolean countsBy(Move move, LocalDate day) {
        return !move.running() || !move.at().effectiveOn().isAfter(day);
    }

    /** Facts that make up the class and its roll on a day, under the name of one part of a figure. */
    List<Contribution> stock(String part, LocalDate day) {
        if (!runsOn(day) || opened == null) {
            return List.of();
        }
        int first = moves.stream()
                .filter(move -> !move.running())
                .mapToInt(Move::people)
                .sum();
        var facts = new ArrayList<Contribution>();
        facts.add(of(part, opened, new Count(1, first)));
        moves.stream()
                .filter(move -> move.running() && countsBy(move, day))
                .forEach(move -> facts.add(of(part, move.at(), new Count(0, move.people()))));
        return facts;
    }

    /** The opening with the roll that the decision names. */
    List<Contribution> opening() {
        return opened == null ? List.of() : List.of(of("opened", opened, new Count(1, row.enrolledAtOpening())));
    }

    /** Joins of one kind while the class ran, within a year. */
    List<Contribution> joins(String part, int year, Predicate<Move> kind) {
        return moves.stream()
                .filter(move -> move.people() > 0 && during(move, year) && kind.test(move))
                .map(move -> of(part, move.at(), new Count(0, 1)))
                .toList();
    }

    /** Learners who left while the class ran, within a year, by the name of the message that says so. */
    int exits(String kind, int year) {
        return (int) moves.stream()
                .filter(move -> move.people() < 0 && move.kind().equals(kind) && during(move, year))
                .count();
    }

    private boolean during(Move move, int year) {
        return opened != null && move.running() && move.at().effectiveOn().getYear() == year;
    }

    static boolean late(Move move) {
        return LATE.contains(move.kind());
    }

    /** The end, with those who reached the aim. */
    List<Contribution> ending(String part) {
        if (ended == null) {
            return List.of();
        }
        int learners =
                ended.kind() == Ending.Kind.TERMINATED ? rollBefore(ended.at().effectiveOn()) : ended.reached();
        return List.of(of(part, ended.at(), new Count(1, learners)));
    }

    private int rollBefore(LocalDate end) {
        return moves.stream()
                .filter(move -> countsBy(move, end.minusDays(1)))
                .mapToInt(Move::people)
                .sum();
    }

    private Contribution of(String part, Moment at, Count count) {
        return new Contribution(part, traits.classCode(), row.classId(), at, count);
    }
}
