package vn.hocvu.platform.viewstore;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstore.Ids;
import vn.hocvu.platform.eventstore.StoredEvents;
import vn.hocvu.platform.eventstream.Consumption;
import vn.hocvu.platform.eventstream.KafkaConnection;
import vn.hocvu.platform.eventstream.Publication;
import vn.hocvu.platform.eventstream.reading.Consumers;
import vn.hocvu.platform.eventstream.reading.Records;

/** Folds a service's {@link View} beans and lets its pages read their rows. */
@AutoConfiguration(
        afterName = {
            "vn.hocvu.platform.eventstore.axon.EventStoreAutoConfiguration",
            "vn.hocvu.platform.eventstream.inbox.InboxAutoConfiguration"
        })
@EnableConfigurationProperties(MongoConnection.class)
public class ViewStoreAutoConfiguration {

    private static final String OWN = "own";
    private static final String TOPICS = "topics";
    private static final int MOST_RECORDS = 5_000;
    private static final int AWAY_AFTER_SECONDS = 3;
    /** Rows of a view that stay in memory while they are hot. */
    private static final int HELD_ROWS = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(ViewStoreAutoConfiguration.class);

    @Bean(destroyMethod = "close")
    MongoClient viewClient(MongoConnection connection) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(connection.uri()))
                // A page says within seconds that its views are away.
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(AWAY_AFTER_SECONDS, TimeUnit.SECONDS))
                .build());
    }

    @Bean
    Server viewServer(MongoClient client, MongoConnection connection, Environment environment) {
        String inUri = new ConnectionString(connection.uri()).getDatabase();
        String database = !connection.database().isEmpty() ? connection.database() : inUri;
        return new Server(client, database == null ? service(environment) : database);
    }

    private static String service(Environment environment) {
        return environment.getProperty("spring.application.name", "service");
    }

    @Bean
    Advance viewAdvance() {
        return new Advance();
    }

    @Bean
    FeedRunner ownFeed(
            Server server,
            ObjectProvider<View<?, ?>> views,
            StoredEvents events,
            EventNames names,
            Serializer serializer,
            ObjectProvider<Publication> publication,
            JdbcClient database,
            Environment environment,
            Advance advance,
            ApplicationEventPublisher publisher,
            Ids ids,
            Clock clock,
            MeterRegistry meters) {
        var mine = of(views, ViewSource.OWN_STORE);
        var published = publication.getIfAvailable();
        var service =
                published != null ? published.source() : service(environment).replaceAll("-service$", "");
        var lease = new Lease(server, OWN, ids.next(), clock);
        return measured(
                new FeedRunner(
                        OWN,
                        mine,
                        new Generations(server, OWN, clock),
                        lease,
                        generation -> {
                            var positions = new Positions(server, OWN, generation);
                            var stored = positions.begin();
                            var parking = new Parking(database, consumer(OWN, generation), clock);
                            return new Feed(
                                    new OwnStoreSource(events, names, serializer, service, stored),
                                    null,
                                    null,
                                    folds(server, mine, generation, parking),
                                    positions,
                                    parking,
                                    lease);
                        },
                        new Heard(advance, publisher),
                        clock),
                meters);
    }

    @Bean
    FeedRunner topicsFeed(
            Server server,
            ObjectProvider<View<?, ?>> views,
            ObjectProvider<Consumption> consumed,
            KafkaConnection kafka,
            JdbcClient database,
            Environment environment,
            Advance advance,
            ApplicationEventPublisher publisher,
            Ids ids,
            Clock clock,
            MeterRegistry meters) {
        var mine = of(views, ViewSource.TOPICS);
        var consumptions = consumed.orderedStream().toList();
        var records = new Records(consumptions);
        var counted = new ViewMeters(meters, "views-" + TOPICS);
        var lease = new Lease(server, TOPICS, ids.next(), clock);
        return measured(
                new FeedRunner(
                        TOPICS,
                        mine,
                        new Generations(server, TOPICS, clock),
                        lease,
                        generation -> {
                            var positions = new Positions(server, TOPICS, generation);
                            var stored = positions.begin();
                            var parking = new Parking(database, consumer(TOPICS, generation), clock);
                            var sequences = new Sequences(server.database()
                                    .getCollection(Generations.collection("_sequences-" + TOPICS, generation)));
                            return new Feed(
                                    new TopicsSource(
                                            consumer(kafka, service(environment)),
                                            Admin.create(kafka.with(Map.of())),
                                            topics(consumptions),
                                            records,
                                            stored),
                                    new OrderGuard(sequences, parking, counted),
                                    sequences,
                                    folds(server, mine, generation, parking),
                                    positions,
                                    parking,
                                    lease);
                        },
                        new Heard(advance, publisher),
                        clock),
                meters);
    }

    private static String consumer(String feed, int generation) {
        return "views-" + feed + "-g" + generation;
    }

    private static List<Fold<?, ?>> folds(Server server, List<View<?, ?>> views, int generation, Parking parking) {
        var folds = new ArrayList<Fold<?, ?>>();
        views.forEach(view -> folds.add(fold(server, view, generation, parking)));
        return folds;
    }

    private static <F, R> Fold<F, R> fold(Server server, View<F, R> view, int generation, Parking parking) {
        var rows = server.database().getCollection(Generations.collection(view.name(), generation));
        Indexes.create(view, rows);
        return new Fold<>(view, new RowStore<>(view, rows, server.guarded(), HELD_ROWS), parking);
    }

    private static FeedRunner measured(FeedRunner runner, MeterRegistry meters) {
        for (var view : runner.views()) {
            TimeGauge.builder("hocvu.view.lag", runner, TimeUnit.SECONDS, FeedRunner::lagSeconds)
                    .description("Age of the oldest fact that is not in the rows yet")
                    .tag("view", view.name())
                    .register(meters);
            Gauge.builder("hocvu.view.generation", runner, FeedRunner::knownGeneration)
                    .description("Generation of rows that serves")
                    .tag("view", view.name())
                    .register(meters);
        }
        if (!runner.views().isEmpty()) {
            Gauge.builder("hocvu.parked.keys", runner, FeedRunner::waiting)
                    .description("Keys that wait for something that could not be handled")
                    .tag("consumer", "views-" + runner.name())
                    .register(meters);
        }
        return runner;
    }

    /** Wakes whoever waits for rows, and tells the process which rows have moved. */
    private record Heard(Advance advance, ApplicationEventPublisher publisher) implements Feed.Listener {
        @Override
        public void written(
                Map<String, Set<String>> keysByView, Map<String, Long> last, Map<TopicPartition, Long> read) {
            advance.to(last, read);
            if (!keysByView.isEmpty()) {
                var keys = keysByView.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
                try {
                    publisher.publishEvent(new ViewsAdvanced(keysByView.keySet(), keys));
                } catch (RuntimeException failure) {
                    LOG.atWarn().setCause(failure).log("Somebody who listens for changed rows failed");
                }
            }
        }
    }

    private static List<View<?, ?>> of(ObjectProvider<View<?, ?>> views, ViewSource source) {
        List<View<?, ?>> mine =
                views.orderedStream().filter(view -> view.source() == source).toList();
        long names = mine.stream().map(View::name).distinct().count();
        if (names < mine.size()) {
            throw new IllegalStateException("two views have the same name: "
                    + mine.stream().map(View::name).sorted().toList());
        }
        return mine;
    }

    private static Set<String> topics(List<Consumption> consumptions) {
        return consumptions.stream()
                .map(Consumption::topic)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Consumer<String, byte[]> consumer(KafkaConnection kafka, String service) {
        return Consumers.of(kafka, service + "-views", "hocvu-" + service + "-views", "none", MOST_RECORDS);
    }

    @Bean
    MongoViews views(
            Server server,
            FeedRunner ownFeed,
            FeedRunner topicsFeed,
            StoredEvents events,
            Advance advance,
            ObjectProvider<Consumption> consumed,
            KafkaConnection kafka,
            Environment environment) {
        Supplier<Consumer<String, byte[]>> consumers = () -> consumer(kafka, service(environment) + "-ends");
        return new MongoViews(
                server,
                ownFeed,
                topicsFeed,
                events,
                advance,
                new TopicEnds(consumers, topics(consumed.orderedStream().toList())));
    }

    /** Where the service shows its health. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    static class ShownHealth {
        @Bean
        HealthIndicator viewServerHealthIndicator(Server server) {
            return new ViewServerHealth(server);
        }

        @Bean
        HealthIndicator viewsHealthIndicator(FeedRunner ownFeed, FeedRunner topicsFeed) {
            return new ViewsHealth(List.of(ownFeed, topicsFeed));
        }
    }
}
