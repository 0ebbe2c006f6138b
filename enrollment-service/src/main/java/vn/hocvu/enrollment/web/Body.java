package vn.hocvu.enrollment.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.DocumentRef;
import vn.hocvu.enrollment.classintake.DocumentType;
import vn.hocvu.platform.webkit.FieldError;
import vn.hocvu.platform.webkit.InvalidInput;

/** Checks the values of a JSON body and names all mistakes at once. */
final class Body {
    private static final int AHEAD_DAYS = 30;

    private final List<FieldError> errors = new ArrayList<>();

    String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            errors.add(FieldError.of(field, "error.required"));
            return "-";
        }
        return value.strip();
    }

    LocalDate date(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            errors.add(FieldError.of(field, "error.required"));
            return LocalDate.EPOCH;
        }
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeException e) {
            errors.add(FieldError.of(field, "error.date"));
            return LocalDate.EPOCH;
        }
    }

    /** A business date: may lie in the past, and ahead by at most 30 days (configuration register). */
    LocalDate effectiveOn(@Nullable String value, LocalDate today) {
        var date = date("effectiveOn", value);
        if (date.isAfter(today.plusDays(AHEAD_DAYS))) {
            errors.add(FieldError.of("effectiveOn", "error.tooFarAhead", AHEAD_DAYS));
        }
        return date;
    }

    <E extends Enum<E>> E choice(String field, @Nullable String value, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        errors.add(FieldError.of(field, value == null || value.isBlank() ? "error.required" : "error.choice"));
        return type.getEnumConstants()[0];
    }

    DocumentRef document(String field, @Nullable Paper paper) {
        if (paper == null) {
            errors.add(FieldError.of(field, "error.required"));
            return new DocumentRef(DocumentType.DECISION, "-", LocalDate.EPOCH, "-", null);
        }
        return new DocumentRef(
                choice(field + ".type", paper.type(), DocumentType.class),
                text(field + ".number", paper.number()),
                date(field + ".date", paper.date()),
                text(field + ".issuer", paper.issuer()),
                paper.signer() == null || paper.signer().isBlank()
                        ? null
                        : paper.signer().strip());
    }

    void reject(String field, String messageKey, Object... args) {
        errors.add(FieldError.of(field, messageKey, args));
    }

    void check() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    /** A paper as it comes in. */
    record Paper(
            @Nullable String type,
            @Nullable String number,
            @Nullable String date,
            @Nullable String issuer,
            @Nullable String signer) {}
}
