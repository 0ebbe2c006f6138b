package vn.hocvu.local.demo;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reference training years 2019 to 2021 as data: plans and their amendments, classes within and beside them, what
 * was not done, and what was published.
 */
record ReferenceYears(
        List<PlanItem> items,
        List<DemoClass> classes,
        List<CancelledClass> cancelled,
        List<Suspension> suspensions,
        List<Figure> figures,
        List<Amendment> amendments,
        List<OffPlanClass> offPlan) {

    /** Year whose figures were published and are compared. */
    static final int PUBLISHED_YEAR = 2020;

    /** The course that was never held: item, classes and learners given up on the last day of the year. */
    static final String UNFULFILLED_ITEM = "2020-31";

    private static final int DAYS_BEFORE = 7;

    static ReferenceYears read() {
        return new ReferenceYears(
                CsvRow.read("plan-items.csv").stream().map(PlanItem::of).toList(),
                CsvRow.read("classes.csv").stream().map(DemoClass::of).toList(),
                CsvRow.read("cancelled.csv").stream().map(CancelledClass::of).toList(),
                CsvRow.read("suspensions.csv").stream().map(Suspension::of).toList(),
                CsvRow.read("figures.csv").stream().map(Figure::of).toList(),
                CsvRow.read("amendments.csv").stream().map(Amendment::of).toList(),
                CsvRow.read("off-plan.csv").stream().map(OffPlanClass::of).toList());
    }

    List<PlanItem> items(int year) {
        return items.stream().filter(item -> item.year() == year).toList();
    }

    List<Amendment> amendments(int year) {
        return amendments.stream().filter(one -> one.year() == year).toList();
    }

    /** Requests for classes beside the year's plan. */
    List<OffPlanClass> offPlan(int year) {
        return offPlan.stream().filter(one -> one.year() == year).toList();
    }

    /** What the item says before the amendment; absent if the amendment adds it. */
    @Nullable
    PlanItem before(Amendment one) {
        return amended(one.year(), amendments.subList(0, amendments.indexOf(one)))
                .get(one.item());
    }

    /** The items of a year's plan by number as the approved ones among some amendments leave them. */
    Map<String, PlanItem> amended(int year, List<Amendment> some) {
        var said = new LinkedHashMap<String, PlanItem>();
        items(year).forEach(item -> said.put(item.item(), item));
        for (var one : some) {
            if (one.year() != year || !one.approved()) continue;
            var after = one.after(said.get(one.item()));
            if (after == null) said.remove(one.item());
            else said.put(one.item(), after);
        }
        return said;
    }

    List<DemoClass> opened(int year) {
        return classes.stream().filter(one -> one.year() == year).toList();
    }

    Optional<Suspension> suspension(String code) {
        return suspensions.stream().filter(one -> one.code().equals(code)).findAny();
    }

    /** When a year's plan was drafted, approved and allocated. */
    static LocalDate allocatedOn(int year) {
        return year == 2021 ? LocalDate.of(2021, Month.JANUARY, 15) : LocalDate.of(year, Month.JANUARY, 2);
    }

    /** When a year was closed. */
    static LocalDate closedOn(int year) {
        return LocalDate.of(year + 1, Month.JANUARY, 10);
    }

    /** Last day for which the published figures speak. */
    static LocalDate publishedAsOf() {
        return LocalDate.of(PUBLISHED_YEAR, Month.DECEMBER, 31);
    }

    /** The number of every decision: n/QĐ-REF, counted through each year by effective date. */
    Map<String, Integer> decisionNumbers() {
        var decisions = new ArrayList<Decision>();
        for (var year : List.of(2019, 2020, 2021)) {
            decisions.add(new Decision("approval-" + year, allocatedOn(year), 0));
            decisions.add(new Decision("allocation-" + year, allocatedOn(year), 1));
        }
        for (var year : List.of(2019, 2020)) decisions.add(new Decision("closure-" + year, closedOn(year), 2));
        for (var one : classes) {
            decisions.add(new Decision("admission-" + one.code(), one.opened(), 3));
            decisions.add(new Decision("opening-" + one.code(), one.opened(), 4));
            var ended = one.ended();
            if (ended != null) {
                decisions.add(new Decision("teaching-" + one.code(), taughtOn(one, ended), 5));
                decisions.add(new Decision("end-" + one.code(), ended, 6));
            }
        }
        for (var pause : suspensions) {
            decisions.add(new Decision("suspension-" + pause.code(), pause.suspended(), 7));
            decisions.add(new Decision("resumption-" + pause.code(), pause.resumed(), 8));
        }
        for (var one : cancelled) {
            decisions.add(new Decision("admission-" + one.code(), one.deadline(), 3));
            decisions.add(new Decision("cancellation-" + one.code(), one.cancelled(), 9));
        }
        decisions.add(new Decision("unfulfilled-" + UNFULFILLED_ITEM, publishedAsOf(), 10));
        decisions.add(new Decision("figures-" + PUBLISHED_YEAR, LocalDate.of(2021, Month.APRIL, 28), 11));
        decisions.sort(Comparator.comparing(Decision::effectiveOn)
                .thenComparingInt(Decision::kind)
                .thenComparing(Decision::name));
        var numbers = new HashMap<String, Integer>();
        var counted = new HashMap<Integer, Integer>();
        for (var decision : decisions) {
            numbers.put(decision.name(), counted.merge(decision.effectiveOn().getYear(), 1, Integer::sum));
        }
        return numbers;
    }

    /** Teaching ended two weeks before a graduation, and with the last day of a short course. */
    static LocalDate taughtOn(DemoClass one, LocalDate ended) {
        return one.shortCourse() ? ended : ended.minusWeeks(2);
    }

    /**
     * The paper behind something that holds from a date.
     *
     * @param user sample account for whose body it speaks
     */
    Paper decision(String name, LocalDate effectiveOn, String user) {
        var number = decisionNumbers().get(name);
        if (number == null) throw new IllegalArgumentException("no decision " + name);
        return Paper.decision(number, effectiveOn.minusDays(DAYS_BEFORE), user);
    }

    private record Decision(String name, LocalDate effectiveOn, int kind) {}
}
