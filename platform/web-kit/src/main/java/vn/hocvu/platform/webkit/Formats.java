package vn.hocvu.platform.webkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** How numbers, dates and times are written and read, in the language of the page. */
public final class Formats {
    /** Business dates and clock times are local to Hà Nội. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** The language of the product. */
    public static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3})+|[-+]?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d{1,3}(\\.\\d{3})+|\\d{1,15})(,\\d{1,9})?");

    private final Clock clock;

    public Formats(Clock clock) {
        this.clock = clock;
    }

    /** "1.234"; "1,234" on English pages; a dash if absent. */
    public String number(@Nullable Object number) {
        return switch (number) {
            case null -> "–";
            case Number n -> format("#,##0.###").format(n);
            default -> number.toString();
        };
    }

    /** With its sign, for differences: "+12", "−3", "0". */
    public String signed(@Nullable Number number) {
        if (number == null) {
            return "–";
        }
        var text = format("#,##0.###").format(Math.abs(number.doubleValue()));
        return number.doubleValue() > 0 ? "+" + text : number.doubleValue() < 0 ? "−" + text : text;
    }

    /** A share as "90,9%", one decimal, half up. */
    public String percent(@Nullable Number part, @Nullable Number whole) {
        if (part == null || whole == null || whole.doubleValue() == 0) {
            return "–";
        }
        var share = BigDecimal.valueOf(part.doubleValue())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole.doubleValue()), 1, RoundingMode.HALF_UP);
        return format("0.0").format(share) + "%";
    }

    /** "31/12/2020"; "31 Dec 2020" on English pages; accepts local dates, instants and ISO text. */
    public String date(@Nullable Object date) {
        var local = localDate(date);
        return local == null ? "–" : dayFormat().format(local);
    }

    /** A date with its weekday: "Thứ Hai, 04/05/2020". */
    public String dateWithWeekday(@Nullable Object date) {
        var local = localDate(date);
        if (local == null) {
            return "–";
        }
        var weekday = DateTimeFormatter.ofPattern("EEEE", locale()).format(local);
        return weekday + ", " + dayFormat().format(local);
    }

    /** "31/12/2020 14:05:09" in Hà Nội time; accepts instants and ISO text. */
    public String time(@Nullable Object time) {
        var local = localDateTime(time);
        return local == null
                ? "–"
                : dayFormat().format(local) + " "
                        + DateTimeFormatter.ofPattern("HH:mm:ss").format(local);
    }

    /** "14:05:09" in Hà Nội time. */
    public String clock(@Nullable Object time) {
        var local = localDateTime(time);
        return local == null ? "–" : DateTimeFormatter.ofPattern("HH:mm:ss").format(local);
    }

    /** For a time element's {@code datetime}: ISO text, empty if absent. */
    public String iso(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Value of a date field: "31/12/2020" in both languages, empty if absent. */
    public String dateInput(@Nullable Object date) {
        if (date instanceof CharSequence text && parseDate(text.toString()) == null) {
            return text.toString();
        }
        var local = localDate(date);
        return local == null ? "" : DateTimeFormatter.ofPattern("dd/MM/yyyy").format(local);
    }

    /** Value of a native date picker: "2020-12-31", empty if absent or not a date. */
    public String datePicker(@Nullable Object date) {
        if (date instanceof CharSequence text) {
            var parsed = parseDate(text.toString());
            return parsed == null ? "" : parsed.toString();
        }
        var local = localDate(date);
        return local == null ? "" : local.toString();
    }

    /** Now, in Hà Nội. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZONE));
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** A duration in words: "45 giây", "3 phút", "2 giờ". */
    public String duration(Duration duration) {
        var seconds = duration.toSeconds();
        var english = isEnglish();
        if (seconds < 120) {
            return seconds + (english ? " s" : " giây");
        }
        return seconds < 7_200
                ? seconds / 60 + (english ? " min" : " phút")
                : seconds / 3_600 + (english ? " h" : " giờ");
    }

    /** Size of a file: "1,2 MB". */
    public String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? format("0.#").format(bytes / 1_000.0) + " kB"
                : format("0.#").format(bytes / 1_000_000.0) + " MB";
    }

    /** Reads "31/12/2020" or "2020-12-31"; absent if it is no date. */
    public static @Nullable LocalDate parseDate(String text) {
        var written = DATE.matcher(text.strip());
        var iso = ISO_DATE.matcher(text.strip());
        try {
            if (written.matches()) {
                return LocalDate.of(
                        Integer.parseInt(written.group(3)),
                        Integer.parseInt(written.group(2)),
                        Integer.parseInt(written.group(1)));
            }
            return iso.matches() ? LocalDate.parse(iso.group()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Reads "1.234" or "1234"; absent if it is no whole number or too big. */
    public static @Nullable Integer parseInteger(String text) {
        var digits = text.strip().replace("\u00a0", "").replace("−", "-");
        if (!INTEGER.matcher(digits).matches()) {
            return null;
        }
        try {
            return Integer.valueOf(digits.replace(".", "").replace("+", ""));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Reads "1.234,5"; absent if it is no number. */
    public static @Nullable BigDecimal parseDecimal(String text) {
        var digits = text.strip().replace("\u00a0", "").replace("−", "-");
        if (!DECIMAL.matcher(digits).matches()) {
            return null;
        }
        return new BigDecimal(digits.replace(".", "").replace(',', '.').replace("+", ""));
    }

    private static @Nullable LocalDate localDate(@Nullable Object date) {
        return switch (date) {
            case null -> null;
            case LocalDate local -> local;
            case CharSequence text when parseDate(text.toString()) != null -> parseDate(text.toString());
            default -> {
                var time = localDateTime(date);
                yield time == null ? null : time.toLocalDate();
            }
        };
    }

    private static @Nullable LocalDateTime localDateTime(@Nullable Object time) {
        return switch (time) {
            case null -> null;
            case Instant instant -> LocalDateTime.ofInstant(instant, ZONE);
            case ZonedDateTime zoned -> LocalDateTime.ofInstant(zoned.toInstant(), ZONE);
            case OffsetDateTime offset -> LocalDateTime.ofInstant(offset.toInstant(), ZONE);
            case LocalDateTime local -> local;
            case LocalDate date -> date.atTime(LocalTime.MIDNIGHT);
            case CharSequence text -> parseInstant(text.toString());
            case TemporalAccessor other -> LocalDateTime.from(other);
            default -> null;
        };
    }

    private static @Nullable LocalDateTime parseInstant(String text) {
        try {
            return LocalDateTime.ofInstant(Instant.parse(text), ZONE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static DateTimeFormatter dayFormat() {
        return isEnglish()
                ? DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH)
                : DateTimeFormatter.ofPattern("dd/MM/yyyy");
    }

    private static DecimalFormat format(String pattern) {
        var format =
                new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(isEnglish() ? Locale.ENGLISH : VIETNAMESE));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static boolean isEnglish() {
        return locale().getLanguage().equals("en");
    }
}
