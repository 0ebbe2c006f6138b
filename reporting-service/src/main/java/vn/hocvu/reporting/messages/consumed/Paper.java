package vn.hocvu.reporting.messages.consumed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document another service cites; only what identifies it. */
public record Paper(
        @Nullable String type,
        @Nullable String number,
        @Nullable String date,
        @Nullable String issuer) {
    static final List<String> FIELDS =
            List.of("document", "openingDecision", "graduationDecision", "decision", "admissionMinutes");

    /** Number, date and issuer in one line. */
    public String line() {
        var line = new StringBuilder(number == null ? "–" : number);
        if (date != null) {
            var parts = date.split("-");
            line.append(", ").append(parts.length == 3 ? parts[2] + "/" + parts[1] + "/" + parts[0] : date);
        }
        if (issuer != null) {
            line.append(", ").append(issuer);
        }
        return line.toString();
    }
}
