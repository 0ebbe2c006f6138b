package vn.hocvu.platform.eventstore.axon;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import vn.hocvu.platform.eventstore.Aggregates;
import vn.hocvu.platform.eventstore.CommandRights;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.DeniedAttempts;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstore.Ids;
import vn.hocvu.platform.eventstore.StoredEvents;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstore.trail.TrailSettings;

/** Gives a service its event store; the service adds {@link EventNames}, {@link Aggregates} and {@link CommandRights}. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        },
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration"
        })
@EnableConfigurationProperties({EventStoreSettings.class, TrailSettings.class})
public class EventStoreAutoConfiguration implements BeanClassLoaderAware {
    private static final int FETCH = 1_000;
    private ClassLoader classLoader = EventStoreAutoConfiguration.class.getClassLoader();

    @Override
    public void setBeanClassLoader(ClassLoader loader) {
        this.classLoader = loader;
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids() {
        return () -> UuidCreator.getTimeOrderedEpoch().toString();
    }

    @Bean
    @ConditionalOnMissingBean
    EventNames eventNames() {
        return EventNames.builder().build();
    }

    @Bean
    @ConditionalOnMissingBean
    Aggregates aggregates() {
        return new Aggregates(List.of());
    }

    @Bean
    @ConditionalOnMissingBean
    CommandRights commandRights() {
        return command -> Set.of();
    }

    @Bean
    @Primary
    Serializer serializer(EventNames names, Aggregates aggregates) {
        return StableNames.of(names, aggregates, classLoader);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            Serializer serializer,
            ConnectionProvider connections,
            TransactionManager transactions,
            ObjectProvider<EventUpcaster> upcasters,
            EventStoreSettings settings,
            TrailSettings trail,
            Clock clock) {
        // Events are stamped, and gaps are timed, by the service's clock.
        GenericEventMessage.clock = clock;
        var chain = new EventUpcasterChain(upcasters.orderedStream().toList());
        return engine((StableNames) serializer, connections, transactions, chain, settings, trail.enabled());
    }

    static JdbcEventStorageEngine engine(
            StableNames names,
            ConnectionProvider connections,
            TransactionManager transactions,
            EventUpcaster upcasters,
            EventStoreSettings settings,
            boolean chained) {
        var appends = new Appends(settings, chained);
        var builder = JdbcEventStorageEngine.builder()
                .eventSerializer(names)
                .snapshotSerializer(names)
                .snapshotFilter(state -> names.isCurrentState(
                        state.getPayload().getType().getName(),
                        state.getPayload().getType().getRevision()))
                .upcasterChain(upcasters)
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .connectionProvider(connections)
                .transactionManager(transactions)
                .dataType(String.class)
                .schema(Statements.SCHEMA)
                .maxGapOffset(settings.largestGapOffset())
                .gapTimeout((int) settings.gapTimeout().toMillis())
                .appendEvents(appends::statement)
                .createTailToken(Statements::tailToken)
                .readEventDataWithGaps(Statements::withGaps)
                .batchSize(FETCH);
        builder.finalAggregateBatchPredicate(batch -> batch.size() < FETCH);
        return builder.build();
    }

    @Bean
    JavaMigration hashesOfEarlierEvents() {
        return new V5__Hashes_of_earlier_events();
    }

    @Bean
    AppendSignal appendSignal(EventStoreSettings settings) {
        return new AppendSignal(settings.pollInterval());
    }

    @Bean("eventBus")
    @Qualifier("eventStore")
    EventStore eventStore(EventStorageEngine engine, EventStoreSettings settings, AppendSignal signal) {
        return SignallingEventStore.over(engine, settings, signal);
    }

    @Bean
    StoredEvents storedEvents(EventStorageEngine engine, AppendSignal signal) {
        return new EngineEvents(engine, signal, FETCH);
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .contentType(String.class)
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setSegmentColumn("segment")
                        .setTokenColumn("token")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("timestamp")
                        .setOwnerColumn("owner")
                        .build())
                .build();
    }

    @Bean
    CorrelationDataProvider envelopeProvider() {
        return new SimpleCorrelationDataProvider(Envelope.KEPT.toArray(String[]::new));
    }

    @Bean
    DuplicateCommandHandlerResolver duplicateCommandHandlerResolver() {
        return DuplicateCommandHandlerResolution.rejectDuplicates();
    }

    @Bean
    AggregateCache aggregateCache(EventStoreSettings settings) {
        return new AggregateCache(settings.cachedAggregates());
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService snapshotExecutor() {
        return new ThreadPoolExecutor(
                0,
                1,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(200),
                new AxonThreadFactory("snapshots"),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    @Bean
    Snapshotter snapshotter(
            EventStore store,
            TransactionManager transactions,
            @Qualifier("snapshotExecutor") ExecutorService executor,
            Configuration configuration) {
        return Snapshots.of(store, transactions, executor, configuration);
    }

    @Bean
    ConfigurerModule aggregateRegistration(
            Aggregates aggregates,
            AggregateCache cache,
            ObjectProvider<Snapshotter> snapshotter,
            EventStoreSettings settings) {
        return configurer -> {
            for (var type : aggregates.types()) {
                configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(type)
                        .configureCache(c -> cache)
                        .configureSnapshotFilter(c -> state -> true)
                        .configureSnapshotTrigger(c -> new EventCountSnapshotTriggerDefinition(
                                snapshotter.getObject(), settings.snapshotEvery())));
            }
        };
    }

    @Bean
    ConfigurerModule errorsPropagate() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
    }

    @Bean
    CommandTargets commandTargets(Aggregates aggregates) {
        return new CommandTargets(aggregates);
    }

    @Bean
    CommandLedger commandLedger(DataSource dataSource, PlatformTransactionManager transactions) {
        return new CommandLedger(dataSource, transactions, StoredJson.mapper());
    }

    @Bean
    DeniedAttempts deniedAttempts(JdbcClient jdbc, PlatformTransactionManager transactions, MeterRegistry meters) {
        return new RecordedDenials(jdbc, transactions, meters);
    }

    @Bean
    Commands commands(
            @Qualifier("localSegment") CommandBus bus,
            CommandRights rights,
            DeniedAttempts denials,
            CommandLedger ledger,
            CommandTargets targets,
            AggregateCache cache,
            EventStoreSettings settings,
            MeterRegistry meters) {
        bus.registerHandlerInterceptor(new Deciding(ledger, targets, cache));
        return new AxonCommands(bus, rights, denials, ledger, targets, settings, meters);
    }

    @Bean
    StoreCheck storeCheck(
            JdbcClient jdbc,
            EventStoreSettings settings,
            Clock clock,
            TokenStore tokens,
            TransactionManager transactions,
            MeterRegistry meters) {
        return new StoreCheck(jdbc, settings, clock, tokens, transactions, meters);
    }
}
