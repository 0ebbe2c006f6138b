package vn.hocvu.platform.viewstore;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstore.Ids;
import vn.hocvu.platform.eventstore.StoredEvents;
import vn.hocvu.platform.eventstream.Consumption;
import vn.hocvu.platform.eventstream.KafkaConnection;
import vn.hocvu.platform.eventstream.parking.ParkedMessages;
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
            Environment environment,
            Advance advance,
            ApplicationEventPublisher publisher,
            Ids ids,
            Clock clock,
            MeterRegistry meters) {
        List<View<?, ?>> mine = of(views, ViewSource.OWN_STORE);
        String service = service(environment).replaceAll("-service$", "");
        return new FeedRunner(
                OWN,
                mine,
                new Generations(server, OWN, clock),
                new Lease(server, OWN, ids.next(), clock),
                generation -> new OwnStoreFeed(
                        events,
                        names,
                        serializer,
                        service,
                        new Fold(server, mine, generation),
                        new Positions(server, OWN, generation),
                        advance,
                        publisher::publishEvent),
                meters);
    }

    @Bean
    FeedRunner topicsFeed(
            Server server,
            ObjectProvider<View<?, ?>> views,
            ObjectProvider<Consumption> consumed,
            KafkaConnection kafka,
            ParkedMessages parked,
            Environment environment,
            Advance advance,
            ApplicationEventPublisher publisher,
            Ids ids,
            Clock clock,
            MeterRegistry meters) {
        List<View<?, ?>> mine = of(views, ViewSource.TOPICS);
        List<Consumption> consumptions = consumed.orderedStream().toList();
        return new FeedRunner(
                TOPICS,
                mine,
                new Generations(server, TOPICS, clock),
                new Lease(server, TOPICS, ids.next(), clock),
                generation -> new TopicsFeed(
                        consumer(kafka, service(environment)),
                        topics(consumptions),
                        new Records(consumptions),
                        new Fold(server, mine, generation),
                        new Sequences(server, TOPICS, generation),
                        new Positions(server, TOPICS, generation),
                        parked,
                        "views-g" + generation,
                        meters,
                        advance,
                        publisher::publishEvent),
                meters);
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
}
