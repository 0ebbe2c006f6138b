package vn.hocvu.planning.web;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;

/** What planning's papers say: in Vietnamese, whatever the language of the page. */
@Component
class PaperWords {
    private static final String SCHOOL = "truong";
    private static final String CITY_BOARD = "ban-to-chuc-thanh-uy";
    private static final int TWO_DIGITS = 10;
    private static final int LAST_PADDED_MONTH = 2;

    private final ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
    private final Register register;
    private final Formats formats;
    private final CurrentActor person;

    PaperWords(Register register, Formats formats, CurrentActor person) {
        this.register = register;
        this.formats = formats;
        this.person = person;
        bundle.setBasename("papers/planning");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
    }

    /** Who issues a paper: its name, the body above it, and the office that signs. */
    record Issuer(String name, @Nullable String superior, String office) {}

    /** Does the work with every word in Vietnamese. */
    static <T> T inVietnamese(Supplier<T> work) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Formats.VIETNAMESE);
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    String text(String key, Object... args) {
        return bundle.getMessage(key, args, Formats.VIETNAMESE);
    }

    Issuer school() {
        return issuer(SCHOOL, "head.school");
    }

    Issuer cityBoard() {
        return issuer(CITY_BOARD, "head.board");
    }

    /** The issuer as an issued paper names it, otherwise the one that is expected to issue it. */
    Issuer issuer(Issuer expected, @Nullable DocumentRef issued) {
        if (issued == null || issued.issuer().equals(expected.name())) {
            return expected;
        }
        return issued.issuer().equals(school().name())
                ? school()
                : new Issuer(issued.issuer(), null, expected.office());
    }

    /**
     * @param kind {@code decision} or {@code proposal}, for the number that is still to be given
     */
    String number(String kind, @Nullable DocumentRef issued) {
        return issued == null
                ? text("number." + kind)
                : text("number.issued", issued.number().replaceFirst("^([0-9])(?![0-9])", "0$1"));
    }

    String placeAndDate(@Nullable DocumentRef issued) {
        if (issued == null) {
            return text("place");
        }
        LocalDate day = issued.date();
        return text(
                "place.issued",
                padded(day.getDayOfMonth(), TWO_DIGITS - 1),
                padded(day.getMonthValue(), LAST_PADDED_MONTH),
                Integer.toString(day.getYear()));
    }

    /** Leads from the paper to the trail: what it was made of, when and by whom. */
    String trace(String subject, long version) {
        return text("trace", subject, Long.toString(version), formats.time(formats.now()), person.name());
    }

    private static String padded(int number, int upTo) {
        return number <= upTo ? "0" + number : Integer.toString(number);
    }

    private Issuer issuer(String id, String office) {
        var body = register.find(Register.ORGANIZATIONS, id).orElseThrow();
        var above = body.parent();
        return new Issuer(
                body.attribute("fullName"),
                above == null
                        ? null
                        : register.find(Register.ORGANIZATIONS, above)
                                .orElseThrow()
                                .attribute("fullName"),
                text(office));
    }
}
