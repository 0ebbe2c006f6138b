package vn.hocvu.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hocvu.bench.measure.Figure.Target;

class ReportTest {
    private static final Machine MACHINE = new Machine(
            "2020-05-01T00:00:00Z", "0123456789ab", "Linux", "a processor", 2, "8 GB", 0.1, "25", "18", "4", "1");
    private static final List<String> ORDER = List.of("relay", "fold");

    @TempDir
    Path folder;

    @Test
    void lostTargetsArePublishedLikeThoseKept() throws IOException {
        var lost = Figure.promised("relay over raw producer", "×", Samples.of(0.2, 0.3), Target.atLeast(0.4));
        var kept = Figure.promised("row", "ms", Samples.of(12, 13), Target.atMost(50, 99));

        Report.in(folder).put(result("relay", lost, kept), MACHINE, ORDER);

        assertThat(Files.readString(folder.resolve("benchmarks.md")))
                .contains("| relay over raw producer | ≥ 0.4 × | 0.25 | **no** |")
                .contains("| row | p99 ≤ 50 ms | 13 | yes |")
                .contains("commit `0123456789ab`");
        assertThat(Files.readString(folder.resolve("benchmarks.json"))).contains("\"samples\" : [ 0.2, 0.3 ]");
    }

    @Test
    void aMeasurementReplacesItsOwnPartOnly() throws IOException {
        Report.in(folder).put(result("fold", orientation("fold", 1)), MACHINE, ORDER);
        Report.in(folder).put(result("relay", orientation("relay", 2)), MACHINE, ORDER);

        Report.in(folder).put(result("relay", orientation("relay", 3)), MACHINE, ORDER);

        assertThat(Files.readString(folder.resolve("benchmarks.md")))
                .containsSubsequence("| relay | events/s | 3 |", "| fold | events/s | 1 |")
                .doesNotContain("| relay | events/s | 2 |");
    }

    private static Figure orientation(String what, double value) {
        return Figure.orientation(what, "events/s", Samples.of(value));
    }

    private static Result result(String name, Figure... figures) {
        return new Result(name, name, new Sizes(1), List.of(figures), List.of());
    }

    record Sizes(int events) {}
}
