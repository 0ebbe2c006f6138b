package vn.hocvu.bench.whole;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.hocvu.bench.load.ClosedLoop;
import vn.hocvu.bench.load.OpenLoop;
import vn.hocvu.bench.measure.Await;
import vn.hocvu.bench.measure.Figure;
import vn.hocvu.bench.measure.Figure.Target;
import vn.hocvu.bench.measure.Result;
import vn.hocvu.bench.measure.Samples;
import vn.hocvu.bench.measure.Wishes;

/** How long after its answer an enrolment is in the rows and on an open dashboard. */
public final class LiveBench {
    private static final double ROW_P50 = 50;
    private static final double ROW_P99 = 200;
    private static final double SCREEN_P99 = 700;
    private static final int CLIENTS = 16;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Whole whole;
    private final Seating seating;
    private final RowWatch ownRows;
    private final RowWatch reportingRows;
    private final OpenDashboard dashboard;

    private LiveBench(Whole whole, Seating seating, RowWatch ownRows, RowWatch reportingRows, OpenDashboard dashboard) {
        this.whole = whole;
        this.seating = seating;
        this.ownRows = ownRows;
        this.reportingRows = reportingRows;
        this.dashboard = dashboard;
    }

    /**
     * Sizes.
     *
     * @param classes that the enrolments concern
     * @param single  enrolments at one a second
     * @param seconds of half load
     * @param find    enrolments from which the full rate is found
     */
    public record Settings(int classes, int single, int seconds, int find, long seed) {
        public static Settings of(Wishes wishes) {
            return new Settings(
                    wishes.number("live.classes", 24),
                    wishes.number("live.single", 60),
                    wishes.number("live.seconds", 20),
                    wishes.number("live.find", 600),
                    wishes.number("seed", 20_200_101));
        }
    }

    public static Result run(Whole whole, Settings settings) {
        List<String> classes = whole.freshClasses(settings.classes());
        var system = whole.system();
        try (var ownRows = new RowWatch(system, "enrollment", "own", "intakes", classes);
                var reportingRows = new RowWatch(system, "reporting", "topics", "ledger", classes);
                var dashboard = new OpenDashboard(system, whole.year())) {
            return new LiveBench(whole, whole.seating(classes, settings.seed()), ownRows, reportingRows, dashboard)
                    .measure(settings);
        }
    }

    private Result measure(Settings settings) {
        List<Figure> figures = new ArrayList<>();
        double most = ClosedLoop.run(CLIENTS, settings.find(), number -> seating.enrol() != null)
                .perSecond();
        figures.addAll(watch(1, settings.single(), "one a second"));
        double half = most / 2;
        int room = settings.classes() * Classes.seats() - settings.find() - settings.single();
        int count = Math.min((int) (half * settings.seconds()), room);
        figures.addAll(watch(half, count, "half load, %.0f a second".formatted(half)));
        return new Result(
                "live",
                "From the answer to the row and to the screen",
                settings,
                figures,
                List.of(
                        "Enrolments over HTTP on the whole system; the clock starts when the client has the 201. Rows are"
                                + " read from MongoDB every 5 ms, which is part of the times; 0 means that the row was there"
                                + " before the answer.",
                        "The row of enrollment-service comes from its own store, that of reporting-service over relay,"
                                + " Kafka and fold.",
                        "The dashboard is a signed-in viewer of the live stream: a first change is shown at once, later ones"
                                + " at most twice a second, so that up to half a second of waiting is by design. The n-th"
                                + " enrolment answered counts as shown with the n-th learner more on the tile of recruiting"
                                + " classes.",
                        "Half load is half of %.0f enrolments a second, the most that %d clients reached right before."
                                .formatted(most, CLIENTS)));
    }

    private List<Figure> watch(double perSecond, int count, String at) {
        int before = whole.given();
        Await.until("earlier enrolments to be shown", LIMIT, () -> dashboard.seenAt(before) != null);
        List<Seating.Given> given = Collections.synchronizedList(new ArrayList<>());
        var unused = OpenLoop.run(perSecond, count, CLIENTS * 4, number -> {
            var one = seating.enrol();
            return one != null && given.add(one);
        });
        List<Seating.Given> inOrder = given.stream()
                .sorted(Comparator.comparingLong(Seating.Given::answeredAt))
                .toList();
        Await.until(
                "the last enrolments to be seen",
                LIMIT,
                () -> inOrder.stream()
                                .allMatch(one -> ownRows.seenAt(one.classId(), one.version()) != null
                                        && reportingRows.seenAt(one.classId(), one.version()) != null)
                        && dashboard.seenAt(before + inOrder.size()) != null);
        Samples screen = new Samples(IntStream.range(0, inOrder.size())
                .mapToObj(i -> after(inOrder.get(i), dashboard.seenAt(before + i + 1)))
                .toList());
        Samples own = times(inOrder, one -> after(one, ownRows.seenAt(one.classId(), one.version())));
        Samples rows = times(inOrder, one -> after(one, reportingRows.seenAt(one.classId(), one.version())));
        return List.of(
                Figure.orientation("201 to the row of enrollment-service, " + at, "ms", own),
                Figure.promised("201 to the row of reporting-service, " + at, "ms", rows, Target.atMost(ROW_P50)),
                Figure.promised(
                        "201 to the row of reporting-service, p99, " + at, "ms", rows, Target.atMost(ROW_P99, 99)),
                Figure.promised("201 to the open dashboard, " + at, "ms", screen, Target.atMost(SCREEN_P99, 99)));
    }

    private static Samples times(List<Seating.Given> given, ToDoubleFunction<Seating.Given> time) {
        return new Samples(given.stream().mapToDouble(time).boxed().toList());
    }

    private static double after(Seating.Given one, @Nullable Long seenAt) {
        return seenAt == null ? Double.POSITIVE_INFINITY : Math.max(0, (seenAt - one.answeredAt()) / 1e6);
    }
}
