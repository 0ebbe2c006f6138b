package vn.hocvu.reporting.messages.consumed;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A message of another service as it was sent: the journal keeps it whole, the figures read what they know. */
public record Heard(@JsonValue JsonNode payload) {

    /** Business date of the fact; absent in a message that has none. */
    public @Nullable LocalDate effectiveOn() {
        return date("effectiveOn");
    }

    public @Nullable LocalDate date(String field) {
        String text = text(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException broken) {
            throw new IllegalArgumentException(field + " is no date: " + text, broken);
        }
    }

    /** @throws IllegalArgumentException if the message lacks the field */
    public LocalDate requiredDate(String field) {
        LocalDate date = date(field);
        if (date == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return date;
    }

    public @Nullable String text(String field) {
        JsonNode node = payload.path(field);
        return node.isValueNode() && !node.isNull() ? node.asString() : null;
    }

    /** @throws IllegalArgumentException if the message lacks the field */
    public String required(String field) {
        String text = text(field);
        if (text == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return text;
    }

    public int number(String field) {
        JsonNode node = payload.path(field);
        return node.isNumber() ? node.intValue() : 0;
    }

    public @Nullable Integer optionalNumber(String field) {
        JsonNode node = payload.path(field);
        return node.isNumber() ? node.intValue() : null;
    }

    public boolean flag(String field) {
        return payload.path(field).asBoolean(false);
    }

    public Heard part(String field) {
        return new Heard(payload.path(field));
    }

    /** A document as one line, "QUYẾT ĐỊNH number, date"; absent if the message cites none. */
    public @Nullable String document(String field) {
        JsonNode paper = payload.path(field);
        return paper.isObject()
                ? paper.path("number").asString("") + " (" + paper.path("date").asString("") + ")"
                : null;
    }
}
