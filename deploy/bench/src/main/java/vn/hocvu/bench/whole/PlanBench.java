package vn.hocvu.bench.whole;

import java.util.ArrayList;
import java.util.List;
import vn.hocvu.bench.load.ClosedLoop;
import vn.hocvu.bench.load.OpenLoop;
import vn.hocvu.bench.measure.Figure;
import vn.hocvu.bench.measure.Figure.Target;
import vn.hocvu.bench.measure.Result;
import vn.hocvu.bench.measure.Samples;
import vn.hocvu.bench.measure.Wishes;
import vn.hocvu.local.Port;

/** The plan as a ledger that has grown large: an amendment, the grid, and the plan as it once was. */
public final class PlanBench {
    private static final double AMENDMENT = 2;
    private static final double GRID_P99 = 150;
    private static final double TIME_MACHINE = 300;
    private static final double REQUESTS_A_SECOND = 20;
    private static final int WORKERS = 8;
    private static final int SHORT_ITEMS = 6;

    private PlanBench() {}

    /**
     * Sizes.
     *
     * @param items      of the large plan
     * @param events     in its history
     * @param amendments in each round, on the large plan and on one with ten events
     * @param pages      requests for the grid
     * @param looks      at the plan as it once was
     */
    public record Settings(int items, int events, int amendments, int rounds, int pages, int looks) {
        public static Settings of(Wishes wishes) {
            return new Settings(
                    wishes.number("plan.items", 500),
                    wishes.number("plan.events", 10_000),
                    wishes.number("plan.amendments", 20),
                    wishes.number("plan.rounds", 3),
                    wishes.number("plan.pages", 600),
                    wishes.number("plan.looks", 100));
        }
    }

    public static Result run(Whole whole, Settings settings) {
        var plans = whole.largePlans();
        var small = plans.allocated(whole.year() - 6, SHORT_ITEMS, SHORT_ITEMS + 4);
        var large = plans.allocated(whole.year() - 5, settings.items(), settings.events());
        List<Figure> figures = new ArrayList<>(amendments(small, large, settings));
        figures.add(grid(whole, large, settings));
        figures.add(timeMachine(whole, large, settings));
        return new Result(
                "plan",
                "A plan with a long history",
                settings,
                figures,
                List.of(
                        "Over HTTP on the whole system. An amendment is its proposal by the planner and its approval by the"
                                + " school's board, each under a document, one after the other.",
                        "The grid is the page of the plan with all sub-totals and the first 25 items, asked for by somebody"
                                + " signed in at 20 requests a second; a time counts from when the request was due.",
                        "The time machine is the auditor's page of the plan as it was in force and as it was known on a day,"
                                + " one request after the other."));
    }

    private static List<Figure> amendments(LargePlans.Plan small, LargePlans.Plan large, Settings settings) {
        each(large, settings.amendments());
        each(small, settings.amendments());
        var pair = Samples.sideBySide(
                settings.rounds(), () -> each(large, settings.amendments()), () -> each(small, settings.amendments()));
        return List.of(
                Figure.promised("amendment: long history over short", "×", pair.ratio(), Target.atMost(AMENDMENT)),
                Figure.orientation("amendment of a plan with %,d events".formatted(settings.events()), "ms", pair.a()),
                Figure.orientation("amendment of a plan with a short history", "ms", pair.b()));
    }

    /** Milliseconds for each of so many amendments. */
    private static double each(LargePlans.Plan plan, int amendments) {
        long start = System.nanoTime();
        for (int i = 0; i < amendments; i++) {
            plan.amend();
        }
        return (System.nanoTime() - start) / 1e6 / amendments;
    }

    private static Figure grid(Whole whole, LargePlans.Plan plan, Settings settings) {
        String path = "/plans/" + plan.year();
        try (var visitor = new Visitor(whole.system(), Port.PLANNING, "planning_officer", path)) {
            var unused = ClosedLoop.run(
                    2, settings.pages() / 4, number -> !visitor.page(path).isEmpty());
            var times = OpenLoop.run(
                    REQUESTS_A_SECOND,
                    settings.pages(),
                    WORKERS,
                    number -> !visitor.page(path).isEmpty());
            return Figure.promised(
                    "plan grid of %d items, 20 requests/s".formatted(settings.items()),
                    "ms",
                    times,
                    Target.atMost(GRID_P99, 99));
        }
    }

    private static Figure timeMachine(Whole whole, LargePlans.Plan plan, Settings settings) {
        String path = "/audit/plan/" + plan.year();
        try (var visitor = new Visitor(whole.system(), Port.REPORTING, "auditor", path)) {
            var unused = ClosedLoop.run(
                    1, settings.looks() / 4, number -> !visitor.page(path).isEmpty());
            var times = ClosedLoop.run(
                    1, settings.looks(), number -> !visitor.page(path).isEmpty());
            return Figure.promised(
                    "time machine over %,d events".formatted(settings.events()),
                    "ms",
                    times.milliseconds(),
                    Target.atMost(TIME_MACHINE, 99));
        }
    }
}
