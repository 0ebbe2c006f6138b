package vn.hocvu.platform.eventstream.relay;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a batch of stored events and waits for every acknowledgement while handling the batch's last event: the
 * transaction of the token has no statement before that, so a slow broker holds no transaction open. Then it writes the
 * books in that transaction. Any failure ends the batch; the same events come again from the stored token.
 */
final class RelayHandler implements EventHandlerInvoker {
    private static final Logger log = LoggerFactory.getLogger(RelayHandler.class);
    private static final String BATCH = Batch.class.getName();

    private final RelayRecords records;
    private final RelayProducer producer;
    private final RelayBooks books;
    private final Failpoint failpoint;
    private final Runnable onFailure;
    private final DistributionSummary batchSizes;
    private long lastIndex = -1;

    RelayHandler(
            RelayRecords records,
            RelayProducer producer,
            RelayBooks books,
            Failpoint failpoint,
            Runnable onFailure,
            MeterRegistry meters) {
        this.records = records;
        this.producer = producer;
        this.books = books;
        this.failpoint = failpoint;
        this.onFailure = onFailure;
        this.batchSizes = DistributionSummary.builder("hocvu.relay.batch")
                .description("Events sent and acknowledged together")
                .baseUnit("events")
                .register(meters);
    }

    @Override
    public boolean canHandle(EventMessage<?> eventMessage, Segment segment) {
        return true;
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        if (!(CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> unit)) {
            throw new IllegalStateException("the relay works in batches, got " + CurrentUnitOfWork.get());
        }
        try {
            Batch batch = unit.getOrComputeResource(BATCH, key -> new Batch(books.parkedAggregates()));
            batch.add(message);
            if (unit.isLastMessage()) {
                batch.finish();
                unit.onPrepareCommit(u -> batch.write());
                unit.onRollback(u -> fail());
            }
        } catch (RuntimeException e) {
            fail();
            throw e;
        }
    }

    private void fail() {
        lastIndex = -1;
        onFailure.run();
    }

    /** Events on their way together. */
    private final class Batch {
        private final Set<String> parkedAggregates;
        private final RelayProducer.Sending sending = producer.begin();
        private final List<Entry> entries = new ArrayList<>();
        private Map<Integer, Long> offsets = Map.of();

        Batch(Set<String> parkedAggregates) {
            this.parkedAggregates = new HashSet<>(parkedAggregates);
        }

        void add(EventMessage<?> message) {
            if (!(message instanceof DomainEventMessage<?> event
                    && message instanceof TrackedEventMessage<?> tracked
                    && tracked.trackingToken() instanceof GapAwareTrackingToken token)) {
                throw new IllegalStateException("not an event of the store: " + message.getClass());
            }
            var entry = new Entry(event, token);
            // A token that did not move forward belongs to an event that came late: its position must be looked up.
            if (token.getIndex() > lastIndex && lastIndex >= 0) {
                entry.position = token.getIndex();
            }
            lastIndex = Math.max(lastIndex, token.getIndex());
            entries.add(entry);
            send(entry);
        }

        private void send(Entry entry) {
            var event = entry.event;
            if (parkedAggregates.contains(event.getAggregateIdentifier())) {
                entry.parked("stands behind an earlier event of its aggregate", true);
                return;
            }
            try {
                var record = records.of(event);
                entry.published = record.isPresent();
                record.ifPresent(sending::send);
            } catch (RelayRecords.Unpublishable e) {
                parkedAggregates.add(event.getAggregateIdentifier());
                entry.parked(String.valueOf(e.getMessage()), false);
                log.atError()
                        .addKeyValue("aggregate", event.getAggregateIdentifier())
                        .addKeyValue("event", event.getIdentifier())
                        .setCause(e)
                        .log(
                                "An event cannot be published; its aggregate is parked until somebody repairs the cause and retries");
            }
        }

        void finish() {
            failpoint.hit("relay.after-send");
            offsets = sending.acknowledged();
            failpoint.hit("relay.after-ack");
            locate();
            batchSizes.record(entries.size());
        }

        private void locate() {
            var unlocated = entries.stream().filter(e -> e.position < 0).toList();
            if (unlocated.isEmpty()) {
                return;
            }
            var positions = books.positions(
                    unlocated.stream().map(e -> e.event.getIdentifier()).toList());
            unlocated.forEach(e -> e.position = positions.getOrDefault(e.event.getIdentifier(), e.token.getIndex()));
        }

        /** In the transaction of the token. */
        void write() {
            var tallies = new TreeMap<Long, RelayBooks.Tally>();
            for (var entry : entries) {
                var tally = tallies.computeIfAbsent(entry.position / RelayBooks.BLOCK, b -> new RelayBooks.Tally());
                entry.count(tally);
                if (entry.reason != null && !books.park(entry.parking())) {
                    throw new IllegalStateException(entry.event.getAggregateIdentifier() + " is no longer parked");
                }
            }
            books.write(tallies, entries.getLast().token, offsets);
            failpoint.hit("relay.before-token-commit");
        }
    }

    /** One event of a batch. */
    private static final class Entry {
        private final DomainEventMessage<?> event;
        private final GapAwareTrackingToken token;
        private long position = -1;
        private boolean published;
        private @org.jspecify.annotations.Nullable String reason;
        private boolean behind;

        Entry(DomainEventMessage<?> event, GapAwareTrackingToken token) {
            this.event = event;
            this.token = token;
        }

        void parked(String why, boolean behindAnother) {
            reason = why;
            behind = behindAnother;
        }

        void count(RelayBooks.Tally tally) {
            if (reason != null) {
                tally.parked++;
            } else if (published) {
                tally.published++;
            } else {
                tally.kept++;
            }
        }

        RelayBooks.Parking parking() {
            return new RelayBooks.Parking(
                    event.getAggregateIdentifier(),
                    event.getIdentifier(),
                    event.getPayloadType().getSimpleName(),
                    position,
                    event.getSequenceNumber(),
                    String.valueOf(reason),
                    behind);
        }
    }
}
