package vn.hocvu.platform.viewstore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstore.StoredEvents;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.Fact;

/** Delivers the service's own events in store order; an event it has no class for stops it, loudly. */
final class OwnStoreSource implements FactSource {

    private static final int BATCH = 2_000;
    private static final JsonMapper JSON = StoredJson.mapper();

    private final StoredEvents events;
    private final EventNames names;
    private final Serializer serializer;
    private final String service;
    private BlockingStream<TrackedEventMessage<?>> stream;
    private @Nullable TrackingToken token;
    private long furthest;
    private boolean atEnd;

    OwnStoreSource(
            StoredEvents events, EventNames names, Serializer serializer, String service, @Nullable Document stored) {
        this.events = events;
        this.names = names;
        this.serializer = serializer;
        this.service = service;
        this.token = read(stored);
        this.furthest = positionOf(token);
        this.stream = events.openStream(token);
    }

    private @Nullable TrackingToken read(@Nullable Document stored) {
        return stored == null || stored.getString("token") == null
                ? events.createTailToken()
                : serializer.deserialize(new SimpleSerializedObject<>(
                        stored.getString("token"), String.class, stored.getString("tokenType"), null));
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    @Override
    public List<Incoming> poll(Duration atMost) {
        var batch = new ArrayList<Incoming>();
        try {
            if (stream.hasNextAvailable((int) atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                do {
                    batch.add(take(stream.nextAvailable()));
                } while (batch.size() < BATCH && stream.hasNextAvailable());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        atEnd = batch.size() < BATCH;
        return batch;
    }

    private Incoming take(TrackedEventMessage<?> message) {
        var place = new Place.Mark(token, positionOf(message.trackingToken()));
        token = message.trackingToken();
        furthest = Math.max(furthest, place.position());
        var fact = fact(message);
        return new Incoming(
                Incoming.origin(service, fact.aggregateId()), fact.sequence(), fact, null, place, () -> shown(fact));
    }

    private static Incoming.Shown shown(Fact<?> fact) {
        return new Incoming.Shown(
                fact.aggregateId(),
                fact.eventId(),
                fact.type(),
                fact.source(),
                JSON.writeValueAsString(fact.metadata()),
                JSON.writeValueAsString(fact.body()));
    }

    private Fact<?> fact(TrackedEventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalStateException("the store holds an event without aggregate: " + message.getIdentifier());
        }
        var metadata = new HashMap<String, String>();
        message.getMetaData().forEach((name, value) -> {
            if (value != null) {
                metadata.put(name, value.toString());
            }
        });
        return new Fact<>(
                (Object) message.getPayload(),
                names.of(message.getPayloadType())
                        .map(EventNames.Entry::name)
                        .orElse(message.getPayloadType().getSimpleName()),
                service,
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                message.getIdentifier(),
                message.getTimestamp(),
                metadata);
    }

    @Override
    public boolean caughtUp() {
        return atEnd;
    }

    @Override
    public void rewind(Place to) {
        if (to instanceof Place.Mark mark && mark.position() <= positionOf(token)) {
            stream.close();
            token = mark.before();
            stream = events.openStream(token);
            atEnd = false;
        }
    }

    @Override
    public Document position(Collection<Place> heldBack) {
        var from = heldBack.stream()
                .map(Place.Mark.class::cast)
                .min(Comparator.comparingLong(Place.Mark::position))
                .map(Place.Mark::before)
                .orElse(token);
        var document = new Document("position", furthest);
        if (from != null) {
            var written = serializer.serialize(from, String.class);
            document.append("token", written.getData())
                    .append("tokenType", written.getType().getName());
        }
        return document;
    }

    @Override
    public boolean isPast(FactSource other) {
        return other instanceof OwnStoreSource own && (own.token == null || (token != null && token.covers(own.token)));
    }

    @Override
    public Map<TopicPartition, Long> offsets() {
        return Map.of();
    }

    @Override
    public Progress progress() {
        return new Progress(Math.max(0, positionOf(token)), Math.max(0, positionOf(events.createHeadToken())));
    }

    @Override
    public void close() {
        stream.close();
    }
}
