package vn.hocvu.platform.auditchain;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Moments as entries spell them. */
final class Instants {
    private Instants() {}

    static Instant of(JsonPart part) {
        try {
            return Instant.parse(part.text());
        } catch (DateTimeParseException e) {
            throw new Malformed("not a time: " + part.text());
        }
    }
}
