package vn.hocvu.platform.eventstream.reading;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.ConsumedType;
import vn.hocvu.platform.eventstream.Consumption;
import vn.hocvu.platform.eventstream.Fact;

/** Reads records by the types a service has named; fields it does not know are ignored. */
public final class Records {

    /** {@code vn.hocvu.<service>.<Type>.v<version>}. */
    private static final Pattern TYPE = Pattern.compile("vn\\.hocvu\\.([a-z-]+)\\.([A-Za-z]+)\\.v\\d+");

    private static final Map<String, String> METADATA = Map.of(
            "ce_actor", "actor",
            "ce_onbehalfof", "onBehalfOf",
            "ce_role", "role",
            "ce_organization", "organization",
            "ce_commandid", "commandId",
            "ce_correlationid", "correlationId",
            "ce_causationid", "causationId");

    private final Map<String, Class<?>> bodies = new HashMap<>();
    private final JsonMapper json = StoredJson.mapper();

    public Records(Collection<Consumption> consumptions) {
        for (Consumption consumption : consumptions) {
            for (ConsumedType<?> type : consumption.types()) {
                if (bodies.put(type.ceType(), type.body()) != null) {
                    throw new IllegalArgumentException(type.ceType() + " is consumed twice");
                }
            }
        }
    }

    /** Reads one record. */
    public Reading read(ConsumerRecord<String, byte[]> record) {
        Headers headers = record.headers();
        String ceType = text(headers, "ce_type");
        Matcher type = TYPE.matcher(ceType == null ? "" : ceType);
        String eventId = text(headers, "ce_id");
        String sequence = text(headers, "ce_sequence");
        if (!type.matches() || eventId == null || sequence == null || record.key() == null) {
            return new Reading.Unreadable(record, "envelope incomplete: ce_type, ce_id, ce_sequence or key");
        }
        try {
            long position = Long.parseLong(sequence);
            Class<?> body = bodies.get(ceType);
            if (body == null) {
                return new Reading.Unknown(record, type.group(1), record.key(), position);
            }
            return new Reading.Understood(
                    record,
                    new Fact<>(
                            (Object) json.readValue(record.value(), body),
                            type.group(2),
                            type.group(1),
                            record.key(),
                            position,
                            eventId,
                            time(headers, record),
                            metadata(headers)));
        } catch (JacksonException | NumberFormatException | DateTimeParseException broken) {
            return new Reading.Unreadable(record, broken.getClass().getSimpleName() + " in " + ceType);
        }
    }

    private static Instant time(Headers headers, ConsumerRecord<String, byte[]> record) {
        String time = text(headers, "ce_time");
        return time == null ? Instant.ofEpochMilli(record.timestamp()) : Instant.parse(time);
    }

    private static Map<String, String> metadata(Headers headers) {
        Map<String, String> metadata = new LinkedHashMap<>();
        METADATA.forEach((header, name) -> {
            String value = text(headers, header);
            if (value != null) {
                metadata.put(name, value);
            }
        });
        return metadata;
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
