package vn.hocvu.platform.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class FormatsTest {
    private final Formats formats = new Formats(Clock.systemUTC());

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void numbersDatesAndSharesAreWrittenAsInVietnam() {
        LocaleContextHolder.setLocale(Formats.VIETNAMESE);

        assertThat(formats.number(1_234.5)).isEqualTo("1.234,5");
        assertThat(formats.number(null)).isEqualTo("–");
        assertThat(formats.signed(-12)).isEqualTo("−12");
        assertThat(formats.signed(231)).isEqualTo("+231");
        assertThat(formats.percent(20, 22)).isEqualTo("90,9%");
        assertThat(formats.percent(1, 0)).isEqualTo("–");
        assertThat(formats.date(LocalDate.of(2020, 5, 4))).isEqualTo("04/05/2020");
        assertThat(formats.dateWithWeekday(LocalDate.of(2020, 5, 4))).isEqualTo("Thứ Hai, 04/05/2020");
        assertThat(formats.time(Instant.parse("2020-05-04T20:10:00Z"))).isEqualTo("05/05/2020 03:10:00");
    }

    @Test
    void englishPagesWriteThemAsInEngland() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(formats.number(1_234.5)).isEqualTo("1,234.5");
        assertThat(formats.date(LocalDate.of(2020, 12, 31))).isEqualTo("31 Dec 2020");
    }

    @ParameterizedTest
    @CsvSource({"1.234, 1234", "1234, 1234", "-5, -5", "1.23, ", "'1,5', ", "1.234.567, 1234567", "99999999999, ", "x, "
    })
    void wholeNumbersAreReadStrictly(String typed, Integer number) {
        assertThat(Formats.parseInteger(typed)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "31/12/2020, 2020-12-31",
        "2020-12-31, 2020-12-31",
        "1/2/2020, 2020-02-01",
        "31/02/2020, ",
        "2020, ",
        "12/31/2020, "
    })
    void datesAreReadStrictly(String typed, LocalDate date) {
        assertThat(Formats.parseDate(typed)).isEqualTo(date);
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws Exception {
        for (var bundle : List.of("messages/kit", "reference/words")) {
            assertThat(keys(bundle + "_en.properties")).as(bundle).isEqualTo(keys(bundle + ".properties"));
        }
    }

    private static java.util.Set<Object> keys(String file) throws Exception {
        var properties = new Properties();
        try (var in =
                new InputStreamReader(FormatsTest.class.getResourceAsStream("/" + file), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties.keySet();
    }
}
