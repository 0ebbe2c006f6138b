package vn.hocvu.platform.eventstream.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.axonframework.eventhandling.DomainEventMessage;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.CloudEventHeaders;
import vn.hocvu.platform.eventstream.Message;
import vn.hocvu.platform.eventstream.Publication;

/** Turns a stored event into the record that travels. */
final class RelayRecords {
    private final Publication publication;
    private final int largest;
    private final JsonMapper json = StoredJson.mapper();

    RelayRecords(Publication publication, RelaySettings settings) {
        this.publication = publication;
        this.largest = settings.largestMessage();
    }

    String topic() {
        return publication.topic();
    }

    /**
     * The record of an event; empty when it is nobody else's business.
     *
     * @throws Unpublishable if no record can be made of it, now or ever, without a change of the program
     */
    Optional<ProducerRecord<String, byte[]>> of(DomainEventMessage<?> event) {
        // Outside of the attempt: an event that this service cannot read stops the relay.
        var stored = event.getPayload();
        try {
            return publication.of(stored).map(message -> record(event, message));
        } catch (Unpublishable e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Unpublishable(e.getClass().getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private ProducerRecord<String, byte[]> record(DomainEventMessage<?> event, Message message) {
        var value = json.writeValueAsBytes(message.payload());
        if (value.length > largest) {
            throw new Unpublishable(message.type() + " has " + value.length + " bytes, at most " + largest, null);
        }
        var record = new ProducerRecord<>(publication.topic(), event.getAggregateIdentifier(), value);
        describe(event, message, record.headers());
        return record;
    }

    private void describe(DomainEventMessage<?> event, Message message, Headers headers) {
        add(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
        add(headers, CloudEventHeaders.ID, event.getIdentifier());
        add(headers, CloudEventHeaders.TYPE, message.ceType(publication.source()));
        add(headers, CloudEventHeaders.SOURCE, publication.source());
        add(headers, CloudEventHeaders.SUBJECT, event.getAggregateIdentifier());
        add(headers, CloudEventHeaders.TIME, event.getTimestamp().toString());
        add(headers, CloudEventHeaders.SEQUENCE, Long.toString(event.getSequenceNumber()));
        add(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
        copy(event, "correlationId", headers, CloudEventHeaders.CORRELATION_ID);
        copy(event, "causationId", headers, CloudEventHeaders.CAUSATION_ID);
        copy(event, "actor", headers, CloudEventHeaders.ACTOR);
        copy(event, "commandId", headers, CloudEventHeaders.COMMAND_ID);
        copy(event, "onBehalfOf", headers, CloudEventHeaders.ON_BEHALF_OF);
        copy(event, "role", headers, CloudEventHeaders.ROLE);
        copy(event, "organization", headers, CloudEventHeaders.ORGANIZATION);
        copy(event, "traceparent", headers, CloudEventHeaders.TRACEPARENT);
    }

    private static void copy(DomainEventMessage<?> event, String key, Headers headers, String header) {
        if (event.getMetaData().get(key) instanceof String value) {
            add(headers, header, value);
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    /** No record can be made of an event. */
    static final class Unpublishable extends RuntimeException {
        Unpublishable(String reason, @org.jspecify.annotations.Nullable Throwable cause) {
            super(reason, cause);
        }
    }
}
