package vn.hocvu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.hocvu.bench.fold.FoldBench;
import vn.hocvu.bench.measure.Figure;
import vn.hocvu.bench.measure.Result;
import vn.hocvu.bench.relay.RelayBench;
import vn.hocvu.bench.servers.Servers;

/**
 * Short runs of the measurements: that they work, that nothing is lost on the way, and that ratios reach half of what is
 * promised. Ratios count only on a machine that has nothing else to do; times are never asserted.
 */
class ShortBenchTest {
    private static final Servers SERVERS = Servers.start();
    private static final double HALF = 0.5;
    private static final double BUSY = 2;

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    @Test
    void theRelayPublishesAllThatWaitsAtAFairPartOfTheRawRate() {
        var result = RelayBench.run(SERVERS, new RelayBench.Settings(20_000, List.of(512), 1, 1));

        assertRatio(result, RelayBench.TARGET * HALF);
    }

    @Test
    void foldsAreManyTimesAsFastAsAWritePerEvent() {
        var result =
                FoldBench.run(SERVERS, new FoldBench.Settings(100_000, 1_000, List.of("uniform"), 3_000, 2_000, 1, 1));

        assertRatio(result, FoldBench.TARGET * HALF);
    }

    private static void assertRatio(Result result, double least) {
        assertThat(result.figures())
                .allSatisfy(figure -> assertThat(figure.samples().min()).isPositive());
        var ratio = result.figures().stream()
                .filter(figure -> figure.unit().equals("×"))
                .findFirst()
                .map(Figure::samples)
                .orElseThrow();
        var machine = ManagementFactory.getOperatingSystemMXBean();
        if (machine.getSystemLoadAverage() < BUSY * machine.getAvailableProcessors()) {
            assertThat(ratio.max()).as(result.title()).isGreaterThanOrEqualTo(least);
        }
    }
}
