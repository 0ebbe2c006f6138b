package vn.hocvu.reporting.views.figures;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.views.figures.ledger.ClassRow;
import vn.hocvu.reporting.views.figures.ledger.Ending;
import vn.hocvu.reporting.views.figures.ledger.Move;
import vn.hocvu.reporting.views.figures.planbook.ItemTerms;
import vn.hocvu.reporting.views.figures.planbook.PlanRow;

/** All figures of the training years, each a pure function of rows, as of a date and as known at an instant. */
public final class Figures {
    private static final Set<String> TRANSFERS = Set.of("TRANSFER_IN");

    private final List<ClassRow> classRows;
    private final List<PlanRow> planRows;
    private final List<PlanRow> plans;
    private final AsOf asOf;
    private final List<ClassHistory> classes;

    private Figures(List<ClassRow> classRows, List<PlanRow> planRows, AsOf asOf) {
        this.classRows = classRows;
        this.planRows = planRows;
        this.plans = planRows.stream().map(plan -> plan.amendedBy(asOf::knows)).toList();
        this.asOf = asOf;
        this.classes = classRows.stream()
                .map(row -> ClassHistory.of(row, asOf))
                .filter(Objects::nonNull)
                .toList();
    }

    public static Figures of(List<ClassRow> classes, List<PlanRow> plans, AsOf asOf) {
        return new Figures(List.copyOf(classes), List.copyOf(plans), asOf);
    }

    /** The same rows seen from elsewhere. */
    public Figures as(AsOf other) {
        return new Figures(classRows, planRows, other);
    }

    public AsOf asOf() {
        return asOf;
    }

    /** The figure in both measures. */
    public Count figure(FigureName figure, int year, FigureScope scope) {
        return Contribution.sum(contributions(figure, year, scope));
    }

    /** The facts that sum up to the figure, in the order in which they took effect. */
    public List<Contribution> contributions(FigureName figure, int year, FigureScope scope) {
        var facts = switch (figure) {
            case CARRIED_IN -> stock(scope, "carriedIn", LocalDate.of(year - 1, Month.DECEMBER, 31));
            case CARRIED_OUT -> stock(scope, "carriedOut", LocalDate.of(year, Month.DECEMBER, 31));
            case RUNNING -> stock(scope, "running", asOf.effective());
            case OPENED -> each(scope, one -> one.openedIn(year) ? one.opening() : List.of());
            case TRAINED -> trained(year, scope);
            case GRADUATED -> ended(year, scope, Ending.Kind.GRADUATED, "graduated");
            case CLOSED -> ended(year, scope, Ending.Kind.CLOSED, "closed");
            case TERMINATED -> ended(year, scope, Ending.Kind.TERMINATED, "terminated");
            case PLANNED -> planned(year, scope);
            case UNFULFILLED -> unfulfilled(year, scope);
        };
        return facts.sorted(java.util.Comparator.comparing(
                                (Contribution one) -> one.at().effectiveOn())
                        .thenComparing(Contribution::subject)
                        .thenComparing(one -> one.at().recordedAt()))
                .toList();
    }

    private Stream<Contribution> each(FigureScope scope, Function<ClassHistory, List<Contribution>> facts) {
        return in(scope).flatMap(one -> facts.apply(one).stream());
    }

    private Stream<Contribution> stock(FigureScope scope, String part, LocalDate day) {
        return each(scope, one -> one.stock(part, day));
    }

    private Stream<Contribution> ended(int year, FigureScope scope, Ending.Kind kind, String part) {
        return each(scope, one -> one.endedIn(year, kind) ? one.ending(part) : List.of());
    }

    private Stream<Contribution> trained(int year, FigureScope scope) {
        var inside = in(scope).map(ClassHistory::classId).collect(Collectors.toSet());
        return Stream.of(
                        stock(scope, "carriedIn", LocalDate.of(year - 1, Month.DECEMBER, 31)),
                        each(scope, one -> one.openedIn(year) ? one.opening() : List.of()),
                        each(scope, one -> one.joins("late", year, ClassHistory::late)),
                        each(scope, one -> one.joins("reinstated", year, move -> "REINSTATED".equals(move.kind()))),
                        each(scope, one -> one.joins("transferredIn", year, move -> fromOutside(move, inside))))
                .flatMap(Function.identity());
    }

    private static boolean fromOutside(Move move, Set<String> inside) {
        return TRANSFERS.contains(move.kind()) && (move.from() == null || !inside.contains(move.from()));
    }

    private Stream<Contribution> planned(int year, FigureScope scope) {
        return plan(year).stream()
                .flatMap(plan -> plan.items().stream()
                        .filter(scope::has)
                        .map(item -> new Contribution(
                                "planned",
                                item.itemId(),
                                null,
                                Objects.requireNonNull(plan.allocated()),
                                new Count(item.quotaClasses(), item.learners()))));
    }

    private Stream<Contribution> unfulfilled(int year, FigureScope scope) {
        return givenUp(year, scope)
                .map(one -> new Contribution(
                        "unfulfilled",
                        one.itemId(),
                        one.classId(),
                        one.at(),
                        new Count(one.classes(), one.learners())));
    }

    /** What was given up of the year's items. */
    public Stream<PlanRow.GivenUp> givenUp(int year, FigureScope scope) {
        return plan(year).stream()
                .flatMap(plan -> plan.givenUp().stream()
                        .filter(one -> asOf.knows(one.at()))
                        .filter(one ->
                                plan.item(one.itemId()).filter(scope::has).isPresent()));
    }

    /** The plan of the year as amended, once it is allocated. */
    public Optional<PlanRow> plan(int year) {
        return plans.stream()
                .filter(plan -> plan.year() == year && asOf.knows(plan.allocated()))
                .findFirst();
    }

    /** The plan of the year as it was allocated, whatever amendments have made of it since. */
    public Optional<PlanRow> allocation(int year) {
        return planRows.stream()
                .filter(plan -> plan.year() == year && asOf.knows(plan.allocated()))
                .findFirst()
                .map(plan -> plan.clarifiedBy(asOf::knows));
    }

    /** The item of any plan. */
    public Optional<ItemTerms> item(String itemId) {
        return plans.stream().flatMap(plan -> plan.item(itemId).stream()).findFirst();
    }

    /** Classes of the scope, whether opened or not. */
    public Stream<ClassHistory> in(FigureScope scope) {
        return classes.stream().filter(one -> scope.has(one.traits()));
    }

    /** Persons among the places of those trained; fewer than places if somebody was in two classes. */
    public int distinctLearners(int year, FigureScope scope) {
        var persons = new HashSet<String>();
        in(scope)
                .filter(one -> one.openedIn(year) || one.runsOn(LocalDate.of(year - 1, Month.DECEMBER, 31)))
                .forEach(one -> one.row().moves().stream()
                        .filter(move -> move.people() > 0 && asOf.knows(move.at()))
                        .forEach(move -> persons.add(move.learnerId())));
        return persons.size();
    }

    /** How far the year's plan has come. */
    public Fulfilment fulfilment(int year, FigureScope scope) {
        return new Progress(this, classes, plan(year)).of(year, scope);
    }

    /** Years in which a class opened or ended, the latest first. */
    public List<Integer> activeYears() {
        var years = new java.util.TreeSet<Integer>(java.util.Comparator.reverseOrder());
        addClassYears(years);
        return new ArrayList<>(years);
    }

    /** Years of which something is known, the latest first. */
    public List<Integer> years() {
        var years = new java.util.TreeSet<Integer>(java.util.Comparator.reverseOrder());
        planRows.stream().filter(plan -> asOf.knows(plan.allocated())).forEach(plan -> years.add(plan.year()));
        addClassYears(years);
        return new ArrayList<>(years);
    }

    private void addClassYears(Set<Integer> years) {
        classes.forEach(one -> {
            if (one.opened() != null) {
                years.add(one.opened().effectiveOn().getYear());
            }
            if (one.ended() != null) {
                years.add(one.ended().at().effectiveOn().getYear());
            }
        });
    }
}
