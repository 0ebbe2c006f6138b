package vn.hocvu.reporting.views.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.views.ledger.ClassRow;
import vn.hocvu.reporting.views.ledger.Ending;
import vn.hocvu.reporting.views.ledger.Moment;
import vn.hocvu.reporting.views.ledger.Move;
import vn.hocvu.reporting.views.planbook.ItemTerms;
import vn.hocvu.reporting.views.planbook.PlanRow;

/**
 * Every figure of a year and a scope, as in force on one date and as known at one instant: a pure function of the rows.
 * Nothing published ever enters here.
 */
public final class Figures {

    private final List<ClassRow> classes;
    private final List<PlanRow> plans;
    private final Map<String, ClassRow> byId;

    public Figures(Collection<ClassRow> classes, Collection<PlanRow> plans) {
        this.classes = classes.stream()
                .filter(row -> row.classCode() != null)
                .sorted(java.util.Comparator.comparing(row -> Objects.requireNonNull(row.classCode())))
                .toList();
        this.plans = List.copyOf(plans);
        this.byId = this.classes.stream().collect(Collectors.toMap(ClassRow::classId, Function.identity()));
    }

    public Amount amount(Figure figure, int year, Scope scope, AsOf asOf) {
        return Amount.sum(contributions(figure, year, scope, asOf));
    }

    /** What adds up to the figure, one line per class, item or late learner. */
    public List<Contribution> contributions(Figure figure, int year, Scope scope, AsOf asOf) {
        return switch (figure) {
            case CARRIED_IN -> carriedIn(year, scope, asOf);
            case OPENED -> opened(year, scope, asOf);
            case TRAINED -> trained(year, scope, asOf);
            case GRADUATED -> ended(year, scope, asOf, Ending.Kind.GRADUATED);
            case CLOSED -> ended(year, scope, asOf, Ending.Kind.CLOSED);
            case ENDED_OTHERWISE -> endedOtherwise(year, scope, asOf);
            case CARRIED_OUT -> running(last(year, asOf), scope, asOf);
            case UNFULFILLED -> unfulfilled(year, scope, asOf);
            case RECRUITING -> recruiting(scope, asOf);
        };
    }

    private static LocalDate first(int year) {
        return LocalDate.of(year, 1, 1);
    }

    private static LocalDate last(int year, AsOf asOf) {
        LocalDate end = LocalDate.of(year, 12, 31);
        return asOf.effective().isBefore(end) ? asOf.effective() : end;
    }

    private List<Contribution> carriedIn(int year, Scope scope, AsOf asOf) {
        AsOf throughYear = asOf.effective().isBefore(first(year))
                ? asOf
                : new AsOf(first(year).minusDays(1), asOf.known());
        return running(first(year).minusDays(1), scope, throughYear);
    }

    /** Classes that run at the end of the day, with their rolls. */
    private List<Contribution> running(LocalDate day, Scope scope, AsOf asOf) {
        List<Contribution> found = new ArrayList<>();
        for (ClassRow row : classes) {
            if (scope.covers(row) && Rolls.runs(row, day, asOf)) {
                found.add(of(row, "running", Objects.requireNonNull(row.opened()), 1, Rolls.roll(row, day, asOf)));
            }
        }
        return found;
    }

    private List<Contribution> opened(int year, Scope scope, AsOf asOf) {
        List<Contribution> found = new ArrayList<>();
        for (ClassRow row : classes) {
            LocalDate opened = Rolls.opened(row, asOf);
            if (opened != null && opened.getYear() == year && scope.covers(row)) {
                found.add(of(row, "opened", Objects.requireNonNull(row.opened()), 1, row.enrolledAtOpening()));
            }
        }
        return found;
    }

    private List<Contribution> trained(int year, Scope scope, AsOf asOf) {
        List<Contribution> found = new ArrayList<>(carriedIn(year, scope, asOf));
        found.addAll(opened(year, scope, asOf));
        found.addAll(joinedLate(year, scope, asOf));
        return found;
    }

    /** Learners who came to running classes during the year from outside the scope. */
    private List<Contribution> joinedLate(int year, Scope scope, AsOf asOf) {
        List<Contribution> found = new ArrayList<>();
        for (ClassRow row : classes) {
            if (!scope.covers(row)) {
                continue;
            }
            for (Move move : row.moves()) {
                if (asOf.counts(move.at())
                        && move.at().effectiveOn().getYear() == year
                        && Rolls.joinedLate(row, move, asOf)
                        && !isInside(scope, move.fromClass())) {
                    found.add(of(row, "joined", move.at(), 0, 1));
                }
            }
        }
        return found;
    }

    private boolean isInside(Scope scope, @Nullable String classId) {
        ClassRow from = classId == null ? null : byId.get(classId);
        return from != null && scope.covers(from);
    }

    private List<Contribution> ended(int year, Scope scope, AsOf asOf, Ending.Kind kind) {
        List<Contribution> found = new ArrayList<>();
        for (ClassRow row : classes) {
            Ending ended = Rolls.ended(row, asOf);
            if (ended != null
                    && ended.kind() == kind
                    && ended.at().effectiveOn().getYear() == year
                    && scope.covers(row)) {
                found.add(of(row, "reached", ended.at(), 1, ended.reached()));
            }
        }
        return found;
    }

    /** Ends other than reaching the aim: terminated classes, and every learner who left without it. */
    private List<Contribution> endedOtherwise(int year, Scope scope, AsOf asOf) {
        List<Contribution> found = new ArrayList<>();
        for (ClassRow row : classes) {
            if (!scope.covers(row)) {
                continue;
            }
            Ending ended = Rolls.ended(row, asOf);
            if (ended != null && ended.at().effectiveOn().getYear() == year) {
                boolean reached = ended.kind() == Ending.Kind.GRADUATED || ended.kind() == Ending.Kind.CLOSED;
                if (ended.notReached() > 0 || !reached) {
                    found.add(of(row, "notReached", ended.at(), reached ? 0 : 1, ended.notReached()));
                }
            }
            LocalDate opened = Rolls.opened(row, asOf);
            for (Move move : row.moves()) {
                if (opened != null
                        && move.people() < 0
                        && asOf.counts(move.at())
                        && move.at().effectiveOn().getYear() == year
                        && !move.at().effectiveOn().isBefore(opened)) {
                    found.add(of(row, "left", move.at(), 0, 1));
                }
            }
        }
        return found;
    }

    private List<Contribution> unfulfilled(int year, Scope scope, AsOf asOf) {
        List<Contribution> found = new ArrayList<>();
        for (PlanRow plan : plans) {
            if (plan.year() != year) {
                continue;
            }
            for (PlanRow.GivenUp lost : plan.givenUp()) {
                ItemTerms item = item(plan, lost.itemId());
                if (item != null && scope.covers(item) && asOf.counts(lost.at())) {
                    found.add(new Contribution(
                            lost.itemId(), lost.classId(), "unfulfilled", lost.at(), lost.classes(), lost.learners()));
                }
            }
        }
        return found;
    }

    /** Classes that have been proposed and neither opened nor cancelled, with the places taken so far. */
    private List<Contribution> recruiting(Scope scope, AsOf asOf) {
        List<Contribution> found = new ArrayList<>();
        for (ClassRow row : classes) {
            if (scope.covers(row)
                    && asOf.counts(row.proposed())
                    && Rolls.opened(row, asOf) == null
                    && !asOf.counts(row.cancelled())) {
                found.add(of(
                        row,
                        "recruiting",
                        Objects.requireNonNull(row.proposed()),
                        1,
                        Rolls.places(row, asOf.effective(), asOf)));
            }
        }
        return found;
    }

    private static Contribution of(ClassRow row, String detail, Moment at, int classes, int learners) {
        return new Contribution(
                Objects.requireNonNullElse(row.classCode(), row.classId()),
                row.classId(),
                detail,
                at,
                classes,
                learners);
    }

    private static @Nullable ItemTerms item(PlanRow plan, String itemId) {
        return plan.items().stream()
                .filter(item -> item.itemId().equals(itemId))
                .findFirst()
                .orElse(null);
    }

    /** The plan of a year as allocated and known, or null if there was none. */
    public @Nullable PlanRow plan(int year, AsOf asOf) {
        return plans.stream()
                .filter(plan -> plan.year() == year && asOf.counts(plan.allocated()))
                .findFirst()
                .orElse(null);
    }

    /** How far a year's plan was carried out, within a scope; classes opened off plan do not count. */
    public Fulfilment fulfilment(int year, Scope scope, AsOf asOf) {
        PlanRow plan = plan(year, asOf);
        if (plan == null) {
            return new Fulfilment(Amount.NONE, Amount.NONE, false);
        }
        Amount quota = Amount.NONE;
        boolean ambiguous = false;
        for (ItemTerms item : plan.items()) {
            if (scope.covers(item)) {
                ambiguous |= item.ambiguous();
                quota = quota.plus(
                        new Amount(item.quotaClasses(), Objects.requireNonNullElse(item.quotaLearners(), 0)));
            }
        }
        Amount done = Amount.NONE;
        for (PlanRow.Linked linked : plan.linked()) {
            ItemTerms item = item(plan, linked.itemId());
            if (item != null && scope.covers(item) && asOf.counts(linked.at())) {
                done = done.plus(new Amount(1, linked.enrolledCount()));
            }
        }
        return new Fulfilment(quota, done, ambiguous);
    }

    /**
     * Planned and opened, side by side.
     *
     * @param ambiguous true if an item's number of learners is unclear: then no share of learners is told
     */
    public record Fulfilment(Amount quota, Amount opened, boolean ambiguous) {}

    /** The balance of a year and a scope: what came in must have gone out or still be there (S1, S2). */
    public Balance balance(int year, Scope scope, AsOf asOf) {
        Amount in = amount(Figure.TRAINED, year, scope, asOf);
        Amount out = amount(Figure.GRADUATED, year, scope, asOf)
                .plus(amount(Figure.CLOSED, year, scope, asOf))
                .plus(amount(Figure.ENDED_OTHERWISE, year, scope, asOf))
                .plus(amount(Figure.CARRIED_OUT, year, scope, asOf));
        return new Balance(in, out);
    }

    /** Both sides of S1 and S2. */
    public record Balance(Amount in, Amount out) {
        public boolean holds() {
            return in.equals(out);
        }
    }

    /** Years about which anything is known, earliest first. */
    public List<Integer> years() {
        var years = new java.util.TreeSet<Integer>();
        plans.forEach(plan -> years.add(plan.year()));
        for (ClassRow row : classes) {
            if (row.opened() != null) {
                years.add(row.opened().effectiveOn().getYear());
            }
        }
        return List.copyOf(years);
    }

    /** Latest year in which a class opened, else the latest planned year. */
    public @Nullable Integer latestYear() {
        return classes.stream()
                .filter(row -> row.opened() != null)
                .map(row -> Objects.requireNonNull(row.opened()).effectiveOn().getYear())
                .max(Integer::compare)
                .orElseGet(() -> years().isEmpty() ? null : years().getLast());
    }

    public List<ClassRow> classes() {
        return classes;
    }

    /** Class types that occur in classes or plans, diploma courses first. */
    public List<String> classTypes() {
        var types = new java.util.TreeSet<String>(java.util.Comparator.reverseOrder());
        classes.forEach(row -> types.add(Objects.requireNonNullElse(row.classType(), "")));
        plans.forEach(plan ->
                plan.items().forEach(item -> types.add(Objects.requireNonNullElse(item.classType(), ""))));
        types.remove("");
        return List.copyOf(types);
    }
}
