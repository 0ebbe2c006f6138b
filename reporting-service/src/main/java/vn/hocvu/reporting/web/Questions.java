package vn.hocvu.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.views.figures.AsOf;
import vn.hocvu.reporting.views.figures.Figures;
import vn.hocvu.reporting.views.figures.YearBook;

/** Reads from the address what figures are wanted, and gives those that the reader may see. */
@Component
class Questions {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private final YearBook yearBook;
    private final Sight sight;
    private final Clock clock;
    private final Formats formats;

    Questions(YearBook yearBook, Sight sight, Clock clock, Formats formats) {
        this.yearBook = yearBook;
        this.sight = sight;
        this.clock = clock;
        this.formats = formats;
    }

    /** The question of the current request; without a year, the one of which most can be told. */
    FigureQuery read(HttpServletRequest request) {
        var asked = new FigureQuery(0, day(request, "asOf"), instant(request, "knownAt"), scope(request));
        var year = year(request);
        return new FigureQuery(year == null ? usualYear() : year, asked.effective(), asked.known(), asked.scope());
    }

    FigureQuery of(int year, @Nullable Instant known) {
        require("year", year);
        return new FigureQuery(year, null, known, FigureScope.ALL);
    }

    Figures figures(FigureQuery query) {
        return yearBook.figures(asOf(query), sight.visible());
    }

    AsOf asOf(FigureQuery query) {
        return query.asOf(formats.today(), clock.instant());
    }

    LocalDate today() {
        return formats.today();
    }

    Instant now() {
        return clock.instant();
    }

    /** This year if something happened in it, else the last one in which a class opened or ended, else this year. */
    private int usualYear() {
        var now = new AsOf(formats.today(), clock.instant());
        int current = now.effective().getYear();
        return yearBook.figures(now, sight.visible()).activeYears().stream()
                .filter(year -> year <= current)
                .findFirst()
                .orElse(current);
    }

    private static @Nullable Integer year(HttpServletRequest request) {
        var text = request.getParameter("year");
        if (text == null || text.isBlank()) {
            return null;
        }
        var year = Formats.parseInteger(text);
        return require("year", year == null ? -1 : year);
    }

    private static int require(String field, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw InvalidInput.of(field, "error.range", FIRST_YEAR, LAST_YEAR);
        }
        return year;
    }

    static @Nullable LocalDate day(HttpServletRequest request, String field) {
        var text = text(request, field);
        if (text == null) {
            return null;
        }
        var day = Formats.parseDate(text);
        if (day == null) {
            throw InvalidInput.of(field, "error.date");
        }
        return day;
    }

    /** An instant, or the end of a business day. */
    static @Nullable Instant instant(HttpServletRequest request, String field) {
        var text = text(request, field);
        return text == null ? null : instant(field, text);
    }

    static Instant instant(String field, String text) {
        var day = Formats.parseDate(text);
        if (day != null) {
            return day.plusDays(1).atStartOfDay(Formats.ZONE).toInstant().minusNanos(1);
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException noInstant) {
            throw InvalidInput.of(field, "error.date");
        }
    }

    private static FigureScope scope(HttpServletRequest request) {
        return new FigureScope(
                text(request, "classType"),
                text(request, "category"),
                text(request, "fundingSource"),
                text(request, "fundingOrgId"),
                text(request, "venueType"),
                text(request, "venueId"),
                text(request, "requesterOrgId"));
    }

    private static @Nullable String text(HttpServletRequest request, String field) {
        var text = request.getParameter(field);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
