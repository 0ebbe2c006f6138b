package vn.hocvu.enrollment.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.vault.NameOrder;
import vn.hocvu.enrollment.vault.Person;
import vn.hocvu.platform.webkit.FieldError;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.InvalidInput;

/** Checks a person's particulars as they were typed; what it says never repeats them. */
final class PersonCheck {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .'’-]{0,199}");
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1920, 1, 1);
    private static final LocalDate LATEST_BIRTH = LocalDate.of(2010, 12, 31);

    private final List<FieldError> mistakes = new ArrayList<>();

    /** The person, or nothing if there are mistakes. */
    @Nullable
    Person person(
            @Nullable String fullName,
            @Nullable String birthDate,
            @Nullable String sex,
            @Nullable String identityNumber,
            @Nullable String note) {
        var name = name(fullName);
        var birth = birth(birthDate);
        var which = sex(sex);
        var identity = identity(identityNumber);
        return mistakes.isEmpty() ? new Person(name, birth, which, identity, blankToNull(note)) : null;
    }

    List<FieldError> mistakes() {
        return List.copyOf(mistakes);
    }

    /**
     * @param prefix put before the names of the fields
     * @throws InvalidInput naming all mistakes
     */
    void check(String prefix) {
        if (!mistakes.isEmpty()) {
            throw new InvalidInput(mistakes.stream()
                    .map(m -> new FieldError(prefix + m.field(), m.messageKey(), m.args(), null))
                    .toList());
        }
    }

    private String name(@Nullable String typed) {
        if (missing("fullName", typed)) {
            return "";
        }
        var name = Normalizer.normalize(String.valueOf(typed), Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ");
        if (!NAME.matcher(name).matches()) {
            mistake("fullName", "error.personName");
        }
        return name;
    }

    private LocalDate birth(@Nullable String typed) {
        if (missing("birthDate", typed)) {
            return LocalDate.EPOCH;
        }
        var date = Formats.parseDate(String.valueOf(typed));
        if (date == null) {
            mistake("birthDate", "error.date");
            return LocalDate.EPOCH;
        }
        if (date.isBefore(EARLIEST_BIRTH) || date.isAfter(LATEST_BIRTH)) {
            mistake("birthDate", "error.birthDate");
        }
        return date;
    }

    private Person.Sex sex(@Nullable String typed) {
        if (missing("sex", typed)) {
            return Person.Sex.MALE;
        }
        return switch (NameOrder.folded(String.valueOf(typed))) {
            case "nam", "male", "m" -> Person.Sex.MALE;
            case "nu", "female", "f" -> Person.Sex.FEMALE;
            default -> {
                mistake("sex", "error.sex");
                yield Person.Sex.MALE;
            }
        };
    }

    private String identity(@Nullable String typed) {
        if (missing("identityNumber", typed)) {
            return "000000000";
        }
        var digits = String.valueOf(typed).replaceAll("[\\s.]", "");
        if (!digits.matches("\\d{9}|\\d{12}")) {
            mistake("identityNumber", "error.identityNumber");
            return "000000000";
        }
        return digits;
    }

    private boolean missing(String field, @Nullable String typed) {
        var missing = typed == null || typed.isBlank();
        if (missing) {
            mistake(field, "error.required");
        }
        return missing;
    }

    private void mistake(String field, String messageKey) {
        mistakes.add(FieldError.of(field, messageKey));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
