package vn.hocvu.bench.fold;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import vn.hocvu.bench.measure.Await;
import vn.hocvu.bench.servers.Servers;
import vn.hocvu.local.servers.Database;
import vn.hocvu.platform.eventstream.ConsumedType;
import vn.hocvu.platform.eventstream.Consumption;
import vn.hocvu.platform.viewstore.Rebuilds;
import vn.hocvu.platform.viewstore.Rebuilds.Standing;
import vn.hocvu.platform.viewstore.View;

/** A service with the product's own fold engine over one topic, wired as every service is. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ViewService {
    private static final String FEED = "topics";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Bean
    Consumption consumption(Environment environment) {
        return new Consumption(
                environment.getRequiredProperty("bench.topic"),
                List.of(new ConsumedType<>(Seats.TYPE, SeatFact.class)));
    }

    @Bean
    View<?, ?> view(Environment environment) {
        return environment.getRequiredProperty("bench.view").equals("journal") ? new JournalView() : new RollView();
    }

    /** Starts with rows that have caught up. */
    static ConfigurableApplicationContext start(
            Servers servers, Database database, String mongo, String topic, String view) {
        Map<String, Object> told = Map.of(
                "spring.application.name",
                "view",
                "spring.main.banner-mode",
                "off",
                "hocvu.postgres.url",
                database.url(),
                "hocvu.postgres.username",
                database.username(),
                "hocvu.postgres.password",
                database.password(),
                "hocvu.kafka.bootstrap",
                servers.kafka(),
                "hocvu.mongodb.uri",
                mongo,
                "bench.topic",
                topic,
                "bench.view",
                view);
        var service = new SpringApplicationBuilder(ViewService.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(context ->
                        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench", told)))
                .build()
                .run();
        Await.until("the first rows", LIMIT, () -> {
            Standing now = standing(service);
            return now.total() > 0 && now.done() == now.total();
        });
        return service;
    }

    /**
     * Builds all rows anew beside those that serve.
     *
     * @return seconds until the new rows serve
     */
    static double rebuild(ConfigurableApplicationContext service) {
        int before = standing(service).serving();
        long start = System.nanoTime();
        service.getBean(Rebuilds.class).start(FEED);
        Await.until("the rebuilt rows", LIMIT, () -> standing(service).serving() > before);
        return (System.nanoTime() - start) / 1e9;
    }

    static Standing standing(ConfigurableApplicationContext service) {
        return service.getBean(Rebuilds.class).standings().stream()
                .filter(standing -> standing.feed().equals(FEED))
                .findFirst()
                .orElseThrow();
    }
}
