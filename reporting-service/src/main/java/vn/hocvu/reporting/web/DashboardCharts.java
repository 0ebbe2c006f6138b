package vn.hocvu.reporting.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.views.figures.Figures;

/** The year by class type, month and venue, as numbers from which charts are drawn. */
@Component
class DashboardCharts {
    private static final List<FigureName> BY_TYPE = List.of(
            FigureName.CARRIED_IN, FigureName.OPENED, FigureName.GRADUATED, FigureName.CLOSED, FigureName.CARRIED_OUT);
    private static final int VENUES = 12;

    private final Words words;

    DashboardCharts(Words words) {
        this.words = words;
    }

    List<Dashboard.TypeLine> byType(Figures figures, FigureQuery query, List<String> types) {
        return BY_TYPE.stream()
                .map(figure -> new Dashboard.TypeLine(
                        figure.code(),
                        words.text("figure." + figure.code()),
                        query.at("/explain", "figure", figure.code()),
                        types.stream()
                                .map(type -> figures.figure(
                                                figure,
                                                query.year(),
                                                query.scope().type(type))
                                        .learners())
                                .toList()))
                .toList();
    }

    Dashboard.Chart typeChart(List<String> types, List<Dashboard.TypeLine> lines) {
        return new Dashboard.Chart(
                "bar",
                lines.stream().map(Dashboard.TypeLine::title).toList(),
                IntStream.range(0, types.size())
                        .mapToObj(i -> new Dashboard.Series(
                                words.code("classType", types.get(i)),
                                lines.stream()
                                        .map(line -> line.learners().get(i))
                                        .toList()))
                        .toList(),
                lines.stream().map(Dashboard.TypeLine::explain).toList());
    }

    /** Learners on the roll at the end of each month, as far as the year has come. */
    Dashboard.Chart monthChart(Figures figures, FigureQuery query, List<String> types) {
        var ends = IntStream.rangeClosed(1, 12)
                .mapToObj(month ->
                        LocalDate.of(query.year(), month, 1).plusMonths(1).minusDays(1))
                .filter(end -> !end.isAfter(figures.asOf().effective()))
                .toList();
        return new Dashboard.Chart(
                "line",
                ends.stream()
                        .map(end -> words.text("month", Integer.toString(end.getMonthValue())))
                        .toList(),
                types.stream()
                        .map(type -> new Dashboard.Series(
                                words.code("classType", type),
                                rolls(figures, query.scope().type(type), ends)))
                        .toList(),
                ends.stream()
                        .map(end -> query.by(end).at("/explain", "figure", FigureName.RUNNING.code()))
                        .toList());
    }

    private static List<Integer> rolls(Figures figures, FigureScope scope, List<LocalDate> ends) {
        var classes = figures.in(scope).toList();
        return ends.stream()
                .map(end -> classes.stream().mapToInt(one -> one.roll(end)).sum())
                .toList();
    }

    List<Dashboard.VenueLine> byVenue(Figures figures, FigureQuery query) {
        return figures.in(query.scope())
                .map(one -> Objects.requireNonNullElse(one.traits().venueId(), ""))
                .filter(venue -> !venue.isEmpty())
                .distinct()
                .map(venue -> venueLine(figures, query.in(atVenue(query.scope(), venue)), venue))
                .filter(line -> line.classes() > 0)
                .sorted(Comparator.comparingInt(Dashboard.VenueLine::learners)
                        .reversed()
                        .thenComparing(Dashboard.VenueLine::title))
                .limit(VENUES)
                .toList();
    }

    private static FigureScope atVenue(FigureScope scope, String venue) {
        return new FigureScope(
                scope.classType(),
                scope.category(),
                scope.fundingSource(),
                scope.fundingOrgId(),
                scope.venueType(),
                venue,
                scope.requesterOrgId());
    }

    private Dashboard.VenueLine venueLine(Figures figures, FigureQuery query, String venue) {
        var count = figures.figure(FigureName.TRAINED, query.year(), query.scope());
        return new Dashboard.VenueLine(
                words.venue(venue),
                query.at("/explain", "figure", FigureName.TRAINED.code()),
                count.classes(),
                count.learners());
    }

    Dashboard.Chart venueChart(List<Dashboard.VenueLine> venues) {
        return new Dashboard.Chart(
                "bar",
                venues.stream().map(Dashboard.VenueLine::title).toList(),
                List.of(new Dashboard.Series(
                        words.text("unit.learners"),
                        venues.stream().map(Dashboard.VenueLine::learners).toList())),
                venues.stream().map(Dashboard.VenueLine::explain).toList());
    }
}
