package vn.hocvu.platform.eventstore.axon;

import java.util.concurrent.Executor;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Keeps the folded state of long histories, beside the commands and never in their way. */
final class Snapshots extends AggregateSnapshotter {
    private final Configuration configuration;

    private Snapshots(Builder builder, Configuration configuration) {
        super(builder);
        this.configuration = configuration;
    }

    static Snapshots of(
            EventStore store, TransactionManager transactions, Executor executor, Configuration configuration) {
        var builder = AggregateSnapshotter.builder()
                .eventStore(store)
                .executor(executor)
                .repositoryProvider(configuration::repository)
                .parameterResolverFactory(configuration.parameterResolverFactory());
        builder.transactionManager(transactions);
        return new Snapshots(builder, configuration);
    }

    @Override
    protected AggregateFactory<?> getAggregateFactory(Class<?> aggregateType) {
        if (configuration.repository(aggregateType) instanceof EventSourcingRepository<?> repository) {
            return repository.getAggregateFactory();
        }
        throw new IllegalArgumentException(aggregateType.getName() + " is not an event-sourced aggregate");
    }
}
