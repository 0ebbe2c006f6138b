package vn.hocvu.platform.eventstream.relay;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Retries and closes parked events, with the rows locked, so that the relay cannot slip a later event in between. */
final class ParkingDesk implements ParkedEvents {
    private final RelayBooks books;
    private final EventStorageEngine engine;
    private final RelayRecords records;
    private final RelayProducer producer;
    private final TransactionTemplate transaction;

    ParkingDesk(
            RelayBooks books,
            EventStorageEngine engine,
            RelayRecords records,
            RelayProducer producer,
            PlatformTransactionManager transactions) {
        this.books = books;
        this.engine = engine;
        this.records = records;
        this.producer = producer;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Set<String> aggregates() {
        return books.parkedAggregates();
    }

    @Override
    public int retry(String aggregateId, String by) {
        var published = transaction.execute(status -> {
            var waiting = books.lockParked(aggregateId);
            publish(aggregateId, waiting);
            books.closeParked(aggregateId, by, "published");
            return waiting.size();
        });
        return published == null ? 0 : published;
    }

    private void publish(String aggregateId, List<String> waiting) {
        var wanted = new HashSet<>(waiting);
        var sending = producer.begin();
        engine.readEvents(aggregateId, 0)
                .asStream()
                .filter(event -> wanted.contains(event.getIdentifier()))
                .forEach(event -> send(sending, event));
        sending.acknowledged();
    }

    private void send(RelayProducer.Sending sending, DomainEventMessage<?> event) {
        records.of(event).ifPresent(sending::send);
    }

    @Override
    public void close(String aggregateId, String by, String reason) {
        transaction.executeWithoutResult(status -> {
            books.lockParked(aggregateId);
            books.closeParked(aggregateId, by, reason);
        });
    }
}
