package vn.hocvu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.hocvu.bench.fold.FoldBench;
import vn.hocvu.bench.measure.Result;
import vn.hocvu.bench.relay.RelayBench;
import vn.hocvu.bench.servers.Servers;

/**
 * Short runs of the measurements: that they work, and that nothing is lost on the way. Neither times nor ratios are asserted
 * here: so few events say little of either, and the machine may have other things to do.
 */
class ShortBench {
    private static final Servers SERVERS = Servers.start();

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    @Test
    void theRelayPublishesAllThatWaits() {
        var result = RelayBench.run(SERVERS, new RelayBench.Settings(5_000, List.of(512), 1, 1));

        assertMeasured(result);
    }

    @Test
    void foldsTakeInAllThatWasSent() {
        var result = FoldBench.run(SERVERS, new FoldBench.Settings(20_000, 500, List.of("uniform"), 1_000, 500, 1, 1));

        assertMeasured(result);
    }

    private static void assertMeasured(Result result) {
        assertThat(result.figures())
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.samples().min()).isPositive());
    }
}
