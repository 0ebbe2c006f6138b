package vn.hocvu.proof.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOversTest {
    private static final String LONG = "x".repeat(20_000);

    /** A command line this long is not told by the system; the mark alone has to do. */
    private static Program sleeper(Path home) throws IOException {
        Files.createDirectories(home.resolve("run"));
        Files.createDirectories(home.resolve("log"));
        return new Program("sleeper", home, List.of("sh", "-c", "exec sleep 600", LONG), Map.of(), null);
    }

    @Test
    void whatAKilledRunLeftBehindIsEnded(@TempDir Path home) throws IOException {
        var program = sleeper(home);
        program.startPlain();

        LeftOvers.endIn(home);

        assertThat(program.awaitEnd(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void aProcessThatGotTheNumberLaterIsLeftAlone(@TempDir Path home) throws IOException {
        var program = sleeper(home);
        program.startPlain();
        var mark = home.resolve("run").resolve("sleeper.pid");
        var number = Files.readString(mark).split(" ")[0];
        Files.writeString(mark, number + " 1");

        LeftOvers.endIn(home);

        assertThat(program.isAlive()).isTrue();
        program.kill();
    }
}
