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

/** Enrolments over HTTP with a bearer token, beside the plainest application that does the same. */
public final class EnrolmentBench {
    private static final double TARGET = 0.5;
    private static final double TARGET_P99 = 50;

    private EnrolmentBench() {}

    /**
     * Sizes.
     *
     * @param clients    that send their next enrolment when the last was answered
     * @param enrolments of each side in each of its two turns of a round
     * @param rounds     of product, peer, peer, product
     * @param load       percent of the product's own rate at which times are taken, for both alike
     */
    public record Settings(int clients, int enrolments, int rounds, int load, long seed) {
        public static Settings of(Wishes wishes) {
            return new Settings(
                    wishes.number("enrolment.clients", 16),
                    wishes.number("enrolment.enrolments", 800),
                    wishes.number("enrolment.rounds", 3),
                    wishes.number("enrolment.load", 70),
                    wishes.number("seed", 20_200_101));
        }

        /** Two turns a round, as many again at a fixed rate, two to warm up. */
        private int perSide() {
            return enrolments * (rounds * 4 + 2);
        }
    }

    public static Result run(Whole whole, Settings settings) {
        int classes = Math.max(settings.perSide() / Classes.seats() + 1, 2 * settings.clients());
        var seating = whole.seating(whole.freshClasses(classes), settings.seed());
        try (var peer =
                new Peer(whole.system(), whole.api(), whole.applicants(settings.seed()), classes, Classes.seats())) {
            return measure(settings, seating, peer);
        }
    }

    private static Result measure(Settings settings, Seating seating, Peer peer) {
        ClosedLoop.Request product = number -> seating.enrol() != null;
        ClosedLoop.Request plain = number -> peer.enrol();
        for (var request : List.of(product, plain)) {
            ClosedLoop.run(settings.clients(), settings.enrolments() * 2, request);
        }
        var rates = Samples.sideBySide(
                settings.rounds(),
                () -> ClosedLoop.run(settings.clients(), settings.enrolments(), product)
                        .perSecond(),
                () -> ClosedLoop.run(settings.clients(), settings.enrolments(), plain)
                        .perSecond());
        double offered = rates.a().median() * settings.load() / 100;
        List<Double> ofProduct = new ArrayList<>();
        List<Double> ofPlain = new ArrayList<>();
        Samples.sideBySide(
                settings.rounds(),
                () -> timed(offered, settings, product, ofProduct),
                () -> timed(offered, settings, plain, ofPlain));
        String at = " at %.0f a second".formatted(offered);
        return new Result(
                "enrolment",
                "Enrolments over HTTP",
                settings,
                List.of(
                        Figure.promised("enrolments over plain CRUD", "×", rates.ratio(), Target.atLeast(TARGET)),
                        Figure.orientation("enrolments", "per s", rates.a()),
                        Figure.orientation("plain CRUD", "per s", rates.b()),
                        Figure.promised(
                                "an enrolment" + at, "ms", new Samples(ofProduct), Target.atMost(TARGET_P99, 99)),
                        Figure.orientation("plain CRUD" + at, "ms", new Samples(ofPlain))),
                List.of(
                        "`POST /api/v1/intakes/{classId}/enrollments` with a bearer token on enrollment-service while the"
                                + " whole system runs: relay, folds, policies and the other services work on what is"
                                + " enrolled, on the same cores. One enrolment takes the person into the encrypted vault,"
                                + " claims the learner's place and gives the seat: three transactions and three events.",
                        "The peer is Spring MVC and JDBC in one transaction (count the seat, insert the row) with the same"
                                + " token check, request, JDK, heap and compiler options, pool size and PostgreSQL; it"
                                + " keeps no history, encrypts and publishes nothing. The system is idle behind it.",
                        "Times are from when a request was due (open loop), at " + settings.load()
                                + " % of the product's median rate, the same rate for both.",
                        "Refused for now and not counted: %d enrolments of the product, %d of the peer."
                                .formatted(seating.refused(), peer.refused())));
    }

    private static double timed(
            double perSecond, Settings settings, ClosedLoop.Request request, List<Double> milliseconds) {
        Samples samples = OpenLoop.run(perSecond, settings.enrolments(), settings.clients() * 4, request);
        milliseconds.addAll(samples.values());
        return samples.median();
    }
}
