package vn.hocvu.bench.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
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
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String DATA = "data:";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ConcurrentSkipListMap<Integer, Long> seen = new ConcurrentSkipListMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Stream<String> lines;

    OpenDashboard(WholeSystem system, int year) {
        signIn(system, year);
        URI stream = URI.create(system.address(Port.REPORTING, "/dashboard/stream?year=" + year));
        var request = HttpRequest.newBuilder(stream)
                .header("Accept", "text/event-stream")
                .build();
        var answer = answered(request, BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the live stream was answered " + answer.statusCode());
        }
        lines = answer.body();
        Thread.ofVirtual().name("open-dashboard").start(this::listen);
        Await.until("the first state of the dashboard", LIMIT, () -> !seen.isEmpty());
    }

    private void signIn(WholeSystem system, int year) {
        URI page = URI.create(system.address(Port.REPORTING, "/dashboard?year=" + year));
        var form = answered(html(page).build(), BodyHandlers.ofString());
        var csrf = CSRF.matcher(form.body());
        if (!csrf.find()) {
            throw new IllegalStateException("no sign-in form at " + form.uri());
        }
        String fields = "username=leadership_viewer&password=hocvu&_csrf="
                + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
        var post = html(URI.create(system.address(Port.IDENTITY, "/sign-in")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build();
        var dashboard = answered(post, BodyHandlers.ofString());
        if (dashboard.statusCode() != 200 || !dashboard.uri().getPath().equals("/dashboard")) {
            throw new IllegalStateException(
                    "signing in ended with " + dashboard.statusCode() + " at " + dashboard.uri());
        }
    }

    private static HttpRequest.Builder html(URI address) {
        return HttpRequest.newBuilder(address).timeout(LIMIT).header("Accept", "text/html");
    }

    private <T> HttpResponse<T> answered(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
        client.shutdownNow();
    }
}
