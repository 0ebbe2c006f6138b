package vn.hocvu.reporting.messages.consumed;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.StoredJson;

/** A message of another service as it was sent: the journal keeps it whole, the figures read what they know. */
public record Heard(@JsonValue JsonNode payload) {
    private static final JsonMapper JSON = StoredJson.mapper();

    /** The fields that one reader knows. */
    public <T> T as(Class<T> type) {
        return JSON.treeToValue(payload, type);
    }

    /** Business date of the fact; absent in a message that has none. */
    public @Nullable LocalDate effectiveOn() {
        var text = text("effectiveOn");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    /** A plain value as text; absent if there is none of that name. */
    public @Nullable String text(String field) {
        var node = payload.path(field);
        return node.isValueNode() && !node.isNull() ? node.asString() : null;
    }

    /** The paper the fact rests on, wherever the message has it; absent if it cites none. */
    public @Nullable Paper paper() {
        for (var field : Paper.FIELDS) {
            if (payload.path(field).isObject()) {
                return JSON.treeToValue(payload.path(field), Paper.class);
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return payload.toString();
    }
}
