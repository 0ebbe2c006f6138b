package vn.hocvu.platform.webkit.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpSession;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.TooMany;

class SseHubTest {
    private static final CurrentActor AN = new CurrentActor() {
        @Override
        public Actor get() {
            return new Actor("an", Set.of(), null);
        }

        @Override
        public String name() {
            return "An";
        }

        @Override
        public boolean signedIn() {
            return true;
        }
    };

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Server {
        @Bean
        BufferedSseHub hub() {
            return new BufferedSseHub(JsonMapper.builder().build(), AN, 100, 6, "run1", new SimpleMeterRegistry());
        }

        @Bean
        Stream stream(SseHub hub) {
            return new Stream(hub);
        }

        @Bean
        Alone alone(SseHub hub) {
            return new Alone(hub);
        }
    }

    @RestController
    static class Stream {
        private final SseHub hub;

        Stream(SseHub hub) {
            this.hub = hub;
        }

        @GetMapping("/stream")
        SseEmitter open() {
            return hub.open(
                    "figures",
                    "state",
                    () -> Map.of("full", true),
                    (event, data) -> "secret".equals(data) ? null : data);
        }
    }

    /** The same on every page of a browser. */
    @RestController
    static class Alone {
        private final SseHub hub;

        Alone(SseHub hub) {
            this.hub = hub;
        }

        @GetMapping("/browser")
        String browser(HttpSession session) {
            return session.getId();
        }

        @GetMapping("/alone")
        SseEmitter open() {
            return hub.openAlone("figures", "state", () -> "full", (event, data) -> data);
        }
    }

    private ConfigurableApplicationContext server;
    private SseHub hub;

    @BeforeEach
    void start() {
        server = SpringApplication.run(
                Server.class, "--server.port=0", "--spring.main.banner-mode=off", "--management.server.port=-1");
        hub = server.getBean(SseHub.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private BlockingQueue<String> listen(String lastEventId) {
        var request = request("/stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return listen(HttpClient.newHttpClient(), request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.getEnvironment().getProperty("local.server.port") + path));
    }

    /** What the stream says, and {@code end} after it. */
    private static BlockingQueue<String> listen(HttpClient browser, HttpRequest.Builder request) {
        var lines = new LinkedBlockingQueue<String>();
        browser.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines()).thenAccept(r -> {
            r.body().forEach(lines::add);
            lines.add("end");
        });
        return lines;
    }

    private HttpClient browser() throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        browser.send(request("/browser").build(), HttpResponse.BodyHandlers.ofString());
        return browser;
    }

    /** The next event as "id|name|data". */
    private static String event(BlockingQueue<String> lines) throws InterruptedException {
        String id = null;
        String name = null;
        String data = null;
        while (true) {
            var line = lines.poll(10, TimeUnit.SECONDS);
            assertThat(line).as("an event in time").isNotNull();
            if (line.startsWith("id:")) {
                id = line.substring(3);
            } else if (line.startsWith("event:")) {
                name = line.substring(6);
            } else if (line.startsWith("data:")) {
                data = line.substring(5);
            } else if (line.isEmpty() && data != null) {
                return id + "|" + name + "|" + data;
            }
        }
    }

    @Test
    void aViewerHearsTheFullStateThenEachChangeInOrder() throws Exception {
        var lines = listen(null);
        assertThat(event(lines)).isEqualTo("run1-0|state|{\"full\":true}");

        hub.publish("figures", "change", Map.of("n", 1));
        hub.publish("other", "change", "not for this channel");
        hub.publish("figures", "change", "secret");
        hub.publish("figures", "change", "2");

        assertThat(event(lines)).isEqualTo("run1-1|change|{\"n\":1}");
        assertThat(event(lines)).isEqualTo("run1-3|change|2");
        assertThat(hub.viewers()).isEqualTo(1);
    }

    @Test
    void aBrokenConnectionResumesAfterTheLastIdHeard() throws Exception {
        for (int i = 1; i <= 5; i++) {
            hub.publish("figures", "change", "" + i);
        }

        var resumed = listen("run1-3");
        assertThat(event(resumed)).isEqualTo("run1-4|change|4");
        assertThat(event(resumed)).isEqualTo("run1-5|change|5");

        assertThat(event(listen("run0-3"))).as("of another run").startsWith("run1-5|state|");
        for (int i = 6; i <= 400; i++) {
            hub.publish("figures", "change", "" + i);
        }
        assertThat(event(listen("run1-3"))).as("too far back").startsWith("run1-400|state|");
    }

    @Test
    void frequentChangesAreToldAtOnceThenTheNewestOnly() throws Exception {
        var lines = listen(null);
        event(lines);

        for (int i = 1; i <= 200; i++) {
            hub.publishLatest("figures", "change", "total", "" + i);
        }

        var told = new java.util.ArrayList<String>();
        do {
            told.add(event(lines));
        } while (!told.getLast().endsWith("|200"));
        assertThat(told).hasSizeLessThan(6);
    }

    @Test
    void whatStandsOnEveryPageHasOneStreamForEachBrowser() throws Exception {
        var browser = browser();
        var left = listen(browser, request("/alone"));
        event(left);

        event(listen(browser, request("/alone")));

        assertThat(left.poll(10, TimeUnit.SECONDS)).isEqualTo("end");
        assertThat(hub.viewers()).isEqualTo(1);

        event(listen(browser(), request("/alone")));
        event(listen(null));

        assertThat(hub.viewers()).as("others stay").isEqualTo(3);
    }

    @Test
    void onePersonHasNoMoreThanSixStreams() {
        for (int i = 0; i < 6; i++) {
            hub.open("figures", "state", () -> "x");
        }

        assertThatThrownBy(() -> hub.open("figures", "state", () -> "x")).isInstanceOf(TooMany.class);
        assertThat(List.of(hub.viewers())).containsExactly(6);
    }
}
