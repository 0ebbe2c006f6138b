package vn.hocvu.proof.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.proof.system.RunningSystem;
import vn.hocvu.proof.system.Waiting;

/** Somebody who looks at the dashboard all the time, and comes back whenever the connection breaks. */
public final class Viewer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String page;
    private final String stream;
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread thread;
    private volatile boolean closed;
    private volatile Map<String, String> seen = Map.of();
    private volatile @Nullable String lastId;
    private volatile @Nullable HttpClient client;

    private Viewer(String page, String stream) {
        this.page = page;
        this.stream = stream;
        this.thread = Thread.ofPlatform().name("viewer").unstarted(this::look);
    }

    /** Opens the dashboard of a year. */
    public static Viewer open(RunningSystem system, int year) {
        var address = system.address("reporting");
        var viewer = new Viewer(address + "/dashboard?year=" + year, address + "/dashboard/stream?year=" + year);
        viewer.thread.start();
        return viewer;
    }

    /** What stands on the screen: text by place. */
    public Map<String, String> seen() {
        return seen;
    }

    /** How often it connected. */
    public int connections() {
        return connections.get();
    }

    private void look() {
        while (!closed) {
            try {
                listen();
            } catch (IOException | RuntimeException broken) {
                LOG.atDebug().setCause(broken).log("The viewer comes back");
            } catch (InterruptedException e) {
                return;
            }
            Waiting.within(PAUSE, () -> closed);
        }
    }

    private void listen() throws IOException, InterruptedException {
        var browser = client;
        if (browser == null) client = browser = SignIn.as("leadership_viewer", page);
        var request = HttpRequest.newBuilder(URI.create(stream)).header("Accept", "text/event-stream");
        if (lastId != null) request.header("Last-Event-ID", lastId);
        var answer = browser.send(request.GET().build(), BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            // The session is gone with the process that kept it.
            client = null;
            lastId = null;
            return;
        }
        connections.incrementAndGet();
        try (var lines = answer.body()) {
            var data = new StringBuilder();
            var id = new String[1];
            lines.forEach(line -> {
                if (line.startsWith("id:")) id[0] = line.substring(3).strip();
                else if (line.startsWith("data:")) data.append(line.substring(5));
                else if (line.isEmpty() && !data.isEmpty()) {
                    show(JSON.readTree(data.toString()));
                    if (id[0] != null) lastId = id[0];
                    data.setLength(0);
                }
            });
        }
    }

    private void show(JsonNode state) {
        var values = new TreeMap<String, String>();
        state.path("values")
                .properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asString()));
        seen = values;
    }

    /** What the page would show now, by the same names. */
    static Map<String, String> tiles(JsonNode dashboard) {
        var values = new TreeMap<String, String>();
        for (var part : new String[] {"now", "ofYear", "attention"}) {
            for (var tile : dashboard.path(part)) {
                var id = tile.path("id").asString();
                values.put(id, tile.path("value").asString());
                if (tile.path("note").isString())
                    values.put(id + ".note", tile.path("note").asString());
            }
        }
        return values;
    }

    /** What the dashboard's own figures are now. */
    public static Map<String, String> truth(Api api, int year) {
        try {
            return tiles(api.get("reporting", "leadership_viewer", "/dashboard?year=" + year)
                    .body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        var browser = client;
        if (browser != null) browser.shutdownNow();
        thread.interrupt();
    }
}
