package vn.hocvu.bench.whole;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.bench.measure.Await;
import vn.hocvu.local.Port;

/**
 * A dashboard that somebody has open: signed in as people do it, listening to the live stream, and noting when the tile of
 * recruiting classes first showed which number of learners.
 */
final class OpenDashboard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenDashboard.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DATA = "data:";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ConcurrentSkipListMap<Integer, Long> seen = new ConcurrentSkipListMap<>();
    private final Visitor visitor;
    private final Stream<String> lines;

    OpenDashboard(WholeSystem system, int year) {
        visitor = new Visitor(system, Port.REPORTING, "leadership_viewer", "/dashboard?year=" + year);
        var answer = visitor.get("/dashboard/stream?year=" + year, "text/event-stream", BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the live stream was answered " + answer.statusCode());
        }
        lines = answer.body();
        Thread.ofVirtual().name("open-dashboard").start(this::listen);
        Await.until("the first state of the dashboard", LIMIT, () -> !seen.isEmpty());
    }

    private void listen() {
        try {
            lines.filter(line -> line.startsWith(DATA)).forEach(line -> hear(line.substring(DATA.length())));
        } catch (UncheckedIOException closed) {
            LOG.debug("The measurement has ended and closed the stream", closed);
        }
    }

    private void hear(String state) {
        long now = System.nanoTime();
        String note =
                JSON.readTree(state).path("values").path("recruiting.note").asString("");
        String digits = note.replaceAll("\\D", "");
        if (!digits.isEmpty()) {
            seen.putIfAbsent(Integer.valueOf(digits), now);
        }
    }

    /** When that many learners or more were first shown; absent if they have not been. */
    @Nullable
    Long seenAt(int learners) {
        var entry = seen.ceilingEntry(learners);
        return entry == null ? null : entry.getValue();
    }

    @Override
    public void close() {
        lines.close();
        visitor.close();
    }
}
