package vn.hocvu.platform.viewstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstore.StoredEvents;
import vn.hocvu.platform.eventstream.Fact;

/** Feeds views from the service's own event store, in store order; the reader's token is kept beside the rows. */
final class OwnStoreFeed implements Feed {

    private static final int BATCH = 1_000;
    private static final int WAIT_MILLIS = 200;

    private final StoredEvents events;
    private final EventNames names;
    private final Serializer serializer;
    private final String service;
    private final Fold fold;
    private final Positions positions;
    private final Advance advance;
    private final Consumer<ViewsAdvanced> listener;
    private final BlockingStream<TrackedEventMessage<?>> stream;

    private long position;

    OwnStoreFeed(
            StoredEvents events,
            EventNames names,
            Serializer serializer,
            String service,
            Fold fold,
            Positions positions,
            Advance advance,
            Consumer<ViewsAdvanced> listener) {
        this.events = events;
        this.names = names;
        this.serializer = serializer;
        this.service = service;
        this.fold = fold;
        this.positions = positions;
        this.advance = advance;
        this.listener = listener;
        TrackingToken token = token(positions.read());
        this.position = token == null ? -1 : token.position().orElse(-1);
        this.stream = events.openStream(token);
    }

    private @Nullable TrackingToken token(@Nullable Document stored) {
        return stored == null
                ? null
                : serializer.deserialize(new SimpleSerializedObject<>(
                        stored.getString("token"), String.class, stored.getString("tokenType"), null));
    }

    @Override
    public int turn() {
        List<TrackedEventMessage<?>> batch = next();
        if (batch.isEmpty()) {
            return 0;
        }
        List<Fact<?>> facts = new ArrayList<>(batch.size());
        Map<String, Long> last = new HashMap<>();
        for (TrackedEventMessage<?> message : batch) {
            Fact<?> fact = fact(message);
            facts.add(fact);
            last.put(fact.aggregateId(), fact.sequence());
        }
        fold.prepare(facts);
        facts.forEach(fold::apply);
        ViewsAdvanced advanced = fold.write();
        TrackingToken token = batch.getLast().trackingToken();
        var stored = serializer.serialize(token, String.class);
        position = token.position().orElse(position);
        positions.store(new Document("token", stored.getData())
                .append("tokenType", stored.getType().getName())
                .append("position", position));
        advance.to(last);
        listener.accept(advanced);
        return batch.size();
    }

    private List<TrackedEventMessage<?>> next() {
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        try {
            if (stream.hasNextAvailable(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                do {
                    batch.add(stream.nextAvailable());
                } while (batch.size() < BATCH && stream.hasNextAvailable());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return batch;
    }

    private Fact<?> fact(TrackedEventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalStateException("the store holds an event without aggregate: " + message.getIdentifier());
        }
        Map<String, String> metadata = new HashMap<>();
        message.getMetaData().forEach((name, value) -> {
            if (value != null) {
                metadata.put(name, value.toString());
            }
        });
        String type = names.of(message.getPayloadType())
                .map(EventNames.Entry::name)
                .orElse(message.getPayloadType().getSimpleName());
        return new Fact<>(
                (Object) message.getPayload(),
                type,
                service,
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                message.getIdentifier(),
                message.getTimestamp(),
                metadata);
    }

    @Override
    public boolean caughtUp() {
        return position >= head();
    }

    private long head() {
        TrackingToken head = events.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    @Override
    public Progress progress() {
        return new Progress(Math.max(0, position), Math.max(0, head()));
    }

    @Override
    public void close() {
        stream.close();
    }
}
