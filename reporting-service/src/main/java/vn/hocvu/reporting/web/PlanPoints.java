package vn.hocvu.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.reporting.views.figures.AsOf;
import vn.hocvu.reporting.views.figures.planhistory.PlanBook;

/** Reads from the address as of which day and as known at which instant somebody wants to see a plan. */
@Component
class PlanPoints {
    private final Questions questions;
    private final Formats formats;
    private final Words words;

    PlanPoints(Questions questions, Formats formats, Words words) {
        this.questions = questions;
        this.formats = formats;
        this.words = words;
    }

    /**
     * One point on both axes.
     *
     * @param effective the day as asked; absent means today
     * @param known     the instant as asked; absent means now
     */
    record Point(
            AsOf asOf,
            @Nullable LocalDate effective,
            @Nullable Instant known) {}

    /** The point that is looked at. */
    Point to(HttpServletRequest request) {
        return of(Questions.day(request, "asOf"), Questions.instant(request, "knownAt"));
    }

    /** The point that it is compared with; without one, the plan as it was allocated. */
    Point from(HttpServletRequest request, PlanBook book) {
        var day = Questions.day(request, "fromAsOf");
        var known = Questions.instant(request, "fromKnownAt");
        if (day != null || known != null) {
            return of(day, known);
        }
        var allocated = book.at(of(null, null).asOf()).allocated();
        return allocated == null ? of(null, null) : of(allocated.effectiveOn(), allocated.recordedAt());
    }

    private Point of(@Nullable LocalDate day, @Nullable Instant known) {
        return new Point(
                new AsOf(
                        Objects.requireNonNullElseGet(day, questions::today),
                        Objects.requireNonNullElseGet(known, questions::now)),
                day,
                known);
    }

    /** The point in words, for banners and files. */
    String sentence(Point point) {
        return words.text(
                "stand.point",
                formats.date(point.asOf().effective()),
                formats.time(point.asOf().recorded()));
    }

    /**
     * Where the nearest change lies on each axis, as addresses; absent where there is none.
     *
     * @param path the page without its query
     */
    Map<String, String> steps(String path, PlanBook book, Point at) {
        var days = new TreeSet<>(book.effectiveDays());
        var known = recordedDays(book);
        var here = at.asOf();
        var steps = new LinkedHashMap<String, String>();
        put(steps, "earlierEffective", path, days.lower(here.effective()), at.known());
        put(steps, "laterEffective", path, days.higher(here.effective()), at.known());
        var day = LocalDate.ofInstant(here.recorded(), Formats.ZONE);
        putKnown(steps, "earlierKnown", path, at.effective(), known.lower(day));
        putKnown(steps, "laterKnown", path, at.effective(), known.higher(day));
        return steps;
    }

    private static NavigableSet<LocalDate> recordedDays(PlanBook book) {
        return book.moves()
                .map(move -> LocalDate.ofInstant(move.at().recordedAt(), Formats.ZONE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void put(
            Map<String, String> steps, String name, String path, @Nullable LocalDate day, @Nullable Instant known) {
        if (day != null) {
            steps.put(name, address(path, day, known == null ? null : known.toString()));
        }
    }

    private static void putKnown(
            Map<String, String> steps,
            String name,
            String path,
            @Nullable LocalDate effective,
            @Nullable LocalDate day) {
        if (day != null) {
            steps.put(name, address(path, effective, day.toString()));
        }
    }

    private static String address(String path, @Nullable LocalDate effective, @Nullable String known) {
        var url = UriComponentsBuilder.fromPath(path);
        if (effective != null) {
            url.queryParam("asOf", effective);
        }
        if (known != null) {
            url.queryParam("knownAt", known);
        }
        return url.encode().build().toUriString();
    }

    /** The difference page from one point to another. */
    static String difference(int year, @Nullable Point from, Point to) {
        var url = UriComponentsBuilder.fromPath("/audit/plan/" + year + "/difference");
        if (from != null) {
            url.queryParam("fromAsOf", from.asOf().effective());
            url.queryParam("fromKnownAt", from.asOf().recorded());
        }
        url.queryParam("asOf", to.asOf().effective());
        url.queryParam("knownAt", to.asOf().recorded());
        return url.encode().build().toUriString();
    }

    /** Years that can be chosen, as a field offers them. */
    static Map<String, String> years(Collection<Integer> years) {
        return years.stream()
                .map(year -> Integer.toString(year))
                .collect(Collectors.toMap(one -> one, one -> one, (one, other) -> one, LinkedHashMap::new));
    }
}
