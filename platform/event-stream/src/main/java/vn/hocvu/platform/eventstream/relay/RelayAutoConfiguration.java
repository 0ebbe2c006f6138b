package vn.hocvu.platform.eventstream.relay;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import vn.hocvu.platform.eventstore.StoredEvents;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.KafkaConnection;
import vn.hocvu.platform.eventstream.Publication;

/** Gives a service that has a {@link Publication} its relay. */
@AutoConfiguration(afterName = "vn.hocvu.platform.eventstore.axon.EventStoreAutoConfiguration")
@ConditionalOnBean(Publication.class)
@ConditionalOnProperty(prefix = "hocvu.relay", name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties({RelaySettings.class, KafkaConnection.class})
public class RelayAutoConfiguration {
    @Bean
    RelayRecords relayRecords(Publication publication, RelaySettings settings) {
        return new RelayRecords(publication, settings);
    }

    @Bean
    RelayProducer relayProducer(KafkaConnection kafka, RelaySettings settings, MeterRegistry meters) {
        return new RelayProducer(kafka, settings, meters);
    }

    @Bean
    RelayBooks relayBooks(
            JdbcClient jdbc, PlatformTransactionManager transactions, Serializer serializer, RelaySettings settings) {
        return new RelayBooks(jdbc, transactions, serializer, StoredJson.mapper(), settings);
    }

    @Bean
    AtomicBoolean relayFailed() {
        return new AtomicBoolean();
    }

    @Bean
    RelayHandler relayHandler(
            RelayRecords records,
            RelayProducer producer,
            RelayBooks books,
            ObjectProvider<Failpoint> failpoint,
            @Qualifier("relayFailed") AtomicBoolean failed,
            MeterRegistry meters) {
        return new RelayHandler(
                records, producer, books, failpoint.getIfAvailable(() -> place -> {}), () -> failed.set(true), meters);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService relayCoordinator() {
        return new ImpatientScheduler("relay-coordinator");
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService relayWorker() {
        return Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("relay-worker"));
    }

    @Bean
    Reconciliation reconciliation(
            JdbcClient jdbc,
            EventStorageEngine engine,
            RelayRecords records,
            RelayProducer producer,
            RelayBooks books,
            RelaySettings settings,
            Clock clock,
            MeterRegistry meters) {
        return new Reconciliation(jdbc, engine, records, producer, books, settings, clock, meters);
    }

    @Bean
    RelayGauges relayGauges(JdbcClient jdbc, RelayBooks books, Clock clock, MeterRegistry meters) {
        return new RelayGauges(jdbc, books, clock, meters);
    }

    @Bean
    ParkedEvents parkedEvents(
            RelayBooks books,
            EventStorageEngine engine,
            RelayRecords records,
            RelayProducer producer,
            PlatformTransactionManager transactions) {
        return new ParkingDesk(books, engine, records, producer, transactions);
    }

    @Bean
    Relay relay(
            RelayHandler handler,
            StoredEvents events,
            RelayRecords records,
            KafkaConnection kafka,
            RelayProducer producer,
            RelayBooks books,
            Reconciliation reconciliation,
            RelayGauges gauges,
            ParkedEvents parkedEvents,
            TokenStore tokens,
            TransactionManager transactions,
            RelaySettings settings,
            Clock clock,
            @Qualifier("relayFailed") AtomicBoolean failed,
            @Qualifier("relayCoordinator") ScheduledExecutorService coordinator,
            @Qualifier("relayWorker") ScheduledExecutorService worker) {
        // Not a bean of its own: the framework would start it before the topic has been looked at.
        var processor = PooledStreamingEventProcessor.builder()
                .name(RelayBooks.PROCESSOR)
                .eventHandlerInvoker(handler)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(events)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(settings.batchSize())
                .enableCoordinatorClaimExtension()
                .build();
        var topic = new RelayTopic(kafka, settings, records.topic());
        return new Relay(
                processor,
                topic,
                records.topic(),
                producer,
                books,
                reconciliation,
                gauges,
                parkedEvents,
                tokens,
                transactions,
                settings,
                clock,
                failed);
    }

    /** Where the service shows its health. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    static class ShownHealth {
        @Bean
        HealthIndicator relayHealthIndicator(Relay relay, RelayGauges gauges) {
            return new RelayHealth(relay, gauges);
        }
    }
}
