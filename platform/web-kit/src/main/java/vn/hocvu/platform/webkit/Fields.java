package vn.hocvu.platform.webkit;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a form and collects everything that is wrong with them, so that one answer names all mistakes.
 * A wrong or missing value reads as absent; {@link #check()} throws before it can be used.
 */
public final class Fields {
    private static final int LONGEST_TEXT = 4_000;

    private final HttpServletRequest request;
    private final List<FieldError> errors = new ArrayList<>();

    public Fields(HttpServletRequest request) {
        this.request = request;
    }

    /** Stripped and in Unicode form NFC; absent if nothing was typed. */
    public @Nullable String text(String field) {
        var typed = request.getParameter(field);
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (text.length() > LONGEST_TEXT) {
            reject(field, "error.tooLong", LONGEST_TEXT);
            return null;
        }
        return text;
    }

    /** As {@link #text}, but must be there; empty text after a mistake. */
    public String required(String field) {
        var text = text(field);
        if (text == null) {
            missing(field);
            return "";
        }
        return text;
    }

    /** Every value chosen for the field, in order. */
    public List<String> all(String field) {
        var values = request.getParameterValues(field);
        return values == null
                ? List.of()
                : Arrays.stream(values).filter(v -> !v.isBlank()).toList();
    }

    public boolean checked(String field) {
        var value = request.getParameter(field);
        return value != null && !value.isBlank() && !value.equals("false");
    }

    /** A whole number as written in Vietnamese, "1.234"; absent if nothing was typed. */
    public @Nullable Integer integer(String field) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        var number = Formats.parseInteger(text);
        if (number == null) {
            reject(field, "error.integer");
        }
        return number;
    }

    /** As {@link #integer}, must be there and lie within the bounds; the lower bound after a mistake. */
    public int integer(String field, int least, int most) {
        if (text(field) == null) {
            missing(field);
            return least;
        }
        var number = integer(field);
        if (number == null) {
            return least;
        }
        if (number < least || number > most) {
            reject(field, "error.range", least, most);
            return least;
        }
        return number;
    }

    /** A number as written in Vietnamese, "1.234,5"; absent if nothing was typed. */
    public @Nullable BigDecimal decimal(String field) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        var number = Formats.parseDecimal(text);
        if (number == null) {
            reject(field, "error.decimal");
        }
        return number;
    }

    /** A date written 31/12/2020 or 2020-12-31; absent if nothing was typed. */
    public @Nullable LocalDate date(String field) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        var date = Formats.parseDate(text);
        if (date == null) {
            reject(field, "error.date");
        }
        return date;
    }

    /** As {@link #date}, but must be there; the first day of 1970 after a mistake. */
    public LocalDate requiredDate(String field) {
        if (text(field) == null) {
            missing(field);
            return LocalDate.EPOCH;
        }
        var date = date(field);
        return date == null ? LocalDate.EPOCH : date;
    }

    /** One of the constants; absent if nothing was chosen. */
    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        reject(field, "error.choice");
        return null;
    }

    /** As {@link #choice}, but must be chosen; the first constant after a mistake. */
    public <E extends Enum<E>> E requiredChoice(String field, Class<E> type) {
        if (text(field) == null) {
            missing(field);
            return type.getEnumConstants()[0];
        }
        var chosen = choice(field, type);
        return chosen == null ? type.getEnumConstants()[0] : chosen;
    }

    /**
     * The paper typed into the document fragment; absent if all its fields were left empty.
     *
     * @param prefix name given to the fragment: fields {@code documentType}, {@code documentNumber},
     *               {@code documentDate}, {@code documentIssuer}, {@code documentSigner} for {@code document}
     */
    public @Nullable Document document(String prefix) {
        if (text(prefix + "Number") == null && text(prefix + "Date") == null && text(prefix + "Issuer") == null) {
            return null;
        }
        return requiredDocument(prefix);
    }

    /** As {@link #document}, but must be there; signer may be empty. */
    public Document requiredDocument(String prefix) {
        var signer = text(prefix + "Signer");
        return new Document(
                required(prefix + "Type"),
                required(prefix + "Number"),
                requiredDate(prefix + "Date"),
                required(prefix + "Issuer"),
                signer == null ? "" : signer);
    }

    /** Adds a mistake that only the caller can see, for example an end before its start. */
    public void reject(String field, String messageKey, Object... args) {
        errors.add(new FieldError(field, messageKey, List.of(args), request.getParameter(field)));
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidInput naming every mistake found so far
     */
    public void check() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private void missing(String field) {
        if (errors.stream().noneMatch(e -> e.field().equals(field))) {
            reject(field, "error.required");
        }
    }
}
