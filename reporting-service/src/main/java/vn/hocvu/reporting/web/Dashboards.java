package vn.hocvu.reporting.web;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.views.figures.AsOf;
import vn.hocvu.reporting.views.figures.ClassHistory;
import vn.hocvu.reporting.views.figures.Figures;
import vn.hocvu.reporting.views.published.PublishedFigures;

/** Derives the dashboard: what goes on now, what the year came to, and what wants attention. */
@Component
class Dashboards {
    private static final List<FigureName> BY_TYPE = List.of(
            FigureName.CARRIED_IN, FigureName.OPENED, FigureName.GRADUATED, FigureName.CLOSED, FigureName.CARRIED_OUT);
    private static final int SOON_DAYS = 30;
    private static final int VENUES = 12;

    private final Questions questions;
    private final PublishedFigures published;
    private final AnnualReports reports;
    private final Words words;

    Dashboards(Questions questions, PublishedFigures published, AnnualReports reports, Words words) {
        this.questions = questions;
        this.published = published;
        this.reports = reports;
        this.words = words;
    }

    Dashboard of(FigureQuery query) {
        return of(query, questions.figures(query));
    }

    /** The dashboard over rows that are at hand. */
    Dashboard of(FigureQuery query, Figures figures) {
        var types = typesOf(figures, query);
        var lines = byType(figures, query, types);
        var venues = byVenue(figures, query);
        var charts = new LinkedHashMap<String, Dashboard.Chart>();
        charts.put("byType", typeChart(types, lines));
        charts.put("byMonth", monthChart(figures, query, types));
        charts.put("byVenue", venueChart(venues));
        return new Dashboard(
                query.year(),
                questions.now(),
                figures.asOf().effective(),
                now(query, figures),
                year(query, figures),
                attention(query, figures),
                charts,
                lines,
                venues);
    }

    private static List<String> typesOf(Figures figures, FigureQuery query) {
        var one = query.scope().classType();
        return AnnualReports.CLASS_TYPES.stream()
                .filter(type -> one == null || one.equals(type))
                .filter(type -> !figures.figure(
                                FigureName.TRAINED, query.year(), query.scope().type(type))
                        .none())
                .toList();
    }

    private List<Dashboard.Tile> now(FigureQuery query, Figures figures) {
        var day = query.effective() == null ? questions.today() : query.effective();
        var then = figures.as(new AsOf(day, figures.asOf().recorded()));
        var running = then.figure(FigureName.RUNNING, day.getYear(), query.scope());
        var recruiting =
                then.in(query.scope()).filter(one -> recruits(one, then.asOf())).toList();
        var soon = then.in(query.scope())
                .filter(one -> one.runsOn(day) && endsWithin(one, day))
                .toList();
        var explain = query.by(day).at("/explain", "figure", FigureName.RUNNING.code());
        return List.of(
                tile("running.classes", running.classes(), "unit.classes", null, explain),
                tile("running.learners", running.learners(), "unit.learners", null, explain),
                tile(
                        "recruiting",
                        recruiting.size(),
                        "unit.classes",
                        words.text(
                                "tile.recruiting.note",
                                recruiting.stream()
                                        .mapToInt(ClassHistory::places)
                                        .sum()),
                        null),
                tile("atRisk", shortOfLearners(recruiting).size(), "unit.classes", risk(recruiting, day), null),
                tile("soon", soon.size(), "unit.classes", codes(soon), null));
    }

    private static boolean recruits(ClassHistory one, AsOf asOf) {
        return asOf.knows(one.row().recruiting())
                && one.opened() == null
                && !asOf.knows(one.row().cancelled());
    }

    private static boolean endsWithin(ClassHistory one, LocalDate day) {
        var end = one.traits().plannedEndOn();
        return end != null && !end.isBefore(day) && !end.isAfter(day.plusDays(SOON_DAYS));
    }

    private static List<ClassHistory> shortOfLearners(List<ClassHistory> recruiting) {
        return recruiting.stream()
                .filter(one -> one.places() < one.traits().minLearners())
                .sorted(Comparator.comparing(
                        one -> Objects.requireNonNullElse(one.row().deadline(), LocalDate.MAX)))
                .toList();
    }

    /** The class whose time runs out first. */
    private String risk(List<ClassHistory> recruiting, LocalDate day) {
        var first = shortOfLearners(recruiting).stream().findFirst();
        if (first.isEmpty()) {
            return words.text("tile.atRisk.none");
        }
        var one = first.get();
        var deadline = one.row().deadline();
        long left = deadline == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(day, deadline));
        return words.text(
                "tile.atRisk.note",
                one.traits().classCode(),
                one.places(),
                one.traits().minLearners(),
                left);
    }

    private String codes(List<ClassHistory> classes) {
        return classes.isEmpty()
                ? words.text("tile.soon.none")
                : classes.stream()
                        .map(one -> one.traits().classCode())
                        .limit(3)
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("");
    }

    private List<Dashboard.Tile> year(FigureQuery query, Figures figures) {
        var tiles = new ArrayList<Dashboard.Tile>();
        tiles.add(both(query, figures, FigureName.CARRIED_IN));
        tiles.add(both(query, figures, FigureName.OPENED));
        tiles.add(trained(query, figures));
        tiles.add(both(query, figures, FigureName.GRADUATED));
        tiles.add(both(query, figures, FigureName.CLOSED));
        tiles.add(both(query, figures, FigureName.CARRIED_OUT));
        var fulfilment = figures.fulfilment(query.year(), query.scope());
        var planned = query.at("/explain", "figure", FigureName.PLANNED.code());
        tiles.add(new Dashboard.Tile(
                "fulfilment.classes",
                words.text("tile.fulfilment.classes"),
                words.percent(fulfilment.opened().classes(), fulfilment.quota().classes()),
                null,
                words.text(
                        "tile.fulfilment.note",
                        fulfilment.opened().classes(),
                        fulfilment.quota().classes()),
                planned));
        tiles.add(new Dashboard.Tile(
                "fulfilment.learners",
                words.text("tile.fulfilment.learners"),
                fulfilment.clear()
                        ? words.percent(
                                fulfilment.opened().learners(),
                                fulfilment.quota().learners())
                        : "–",
                null,
                fulfilment.clear()
                        ? words.text(
                                "tile.fulfilment.note",
                                fulfilment.opened().learners(),
                                fulfilment.quota().learners())
                        : words.text("tile.fulfilment.ambiguous"),
                planned));
        return tiles;
    }

    private Dashboard.Tile both(FigureQuery query, Figures figures, FigureName figure) {
        var count = figures.figure(figure, query.year(), query.scope());
        return tile(
                figure.code(),
                count.classes(),
                "unit.classes",
                words.text("tile.learners", count.learners()),
                query.at("/explain", "figure", figure.code()));
    }

    /** With the change against the year before, in words. */
    private Dashboard.Tile trained(FigureQuery query, Figures figures) {
        var count = figures.figure(FigureName.TRAINED, query.year(), query.scope());
        var before = figures.as(figures.asOf().effectiveBy(LocalDate.of(query.year() - 1, Month.DECEMBER, 31)))
                .figure(FigureName.TRAINED, query.year() - 1, query.scope());
        var note = words.text("tile.learners", count.learners());
        return tile(
                "trained",
                count.classes(),
                "unit.classes",
                before.learners() == 0 ? note : note + ", " + change(count, before, query.year() - 1),
                query.at("/explain", "figure", FigureName.TRAINED.code()));
    }

    private String change(Count count, Count before, int year) {
        int more = count.learners() - before.learners();
        var key = more == 0 ? "change.same" : more > 0 ? "change.more" : "change.less";
        return words.text(key, words.percent(Math.abs(more), before.learners()), Integer.toString(year));
    }

    private List<Dashboard.Tile> attention(FigureQuery query, Figures figures) {
        var tiles = new ArrayList<Dashboard.Tile>();
        var unfulfilled = figures.figure(FigureName.UNFULFILLED, query.year(), query.scope());
        tiles.add(tile(
                "unfulfilled",
                unfulfilled.classes(),
                "unit.classes",
                unfulfilled.none() ? words.text("tile.learners", 0) : reasons(figures, query),
                query.at("/explain", "figure", FigureName.UNFULFILLED.code())));
        tiles.add(tile("awaiting", awaiting(figures, query), "unit.items", null, null));
        var gaps = published.gaps(figures.asOf().recorded()).stream()
                .filter(gap -> gap.year() == query.year() && !gap.resolved())
                .toList();
        int open = (int) gaps.stream()
                .filter(gap -> gap.status() == vn.hocvu.reporting.discrepancy.Status.OPEN)
                .count();
        tiles.add(tile(
                "discrepancies",
                open,
                "unit.gaps",
                words.text("tile.discrepancies.note", gaps.size()),
                "/discrepancies"));
        int facts = (int)
                reports.positions().values().stream().mapToLong(Long::longValue).sum();
        tiles.add(tile("facts", facts, null, words.text("tile.facts.note"), null));
        return tiles;
    }

    private String reasons(Figures figures, FigureQuery query) {
        var byReason = new LinkedHashMap<String, Integer>();
        figures.givenUp(query.year(), query.scope())
                .forEach(one -> byReason.merge(one.reasonCode(), one.classes(), Integer::sum));
        return byReason.entrySet().stream()
                .map(one -> words.number(one.getValue()) + " " + words.code("unfulfilledReason", one.getKey()))
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    /** Items whose awaited paper has not come and that are not settled otherwise. */
    private static int awaiting(Figures figures, FigureQuery query) {
        return figures.plan(query.year())
                .map(plan -> (int) plan.items().stream()
                        .filter(item -> query.scope().has(item) && item.awaits() != null)
                        .filter(item -> plan.documents().stream()
                                .noneMatch(paper -> paper.itemId().equals(item.itemId())
                                        && figures.asOf().knows(paper.at())))
                        .filter(item -> plan.givenUp().stream()
                                .noneMatch(one -> one.itemId().equals(item.itemId())
                                        && figures.asOf().knows(one.at())))
                        .count())
                .orElse(0);
    }

    private Dashboard.Tile tile(
            String id, int value, @Nullable String unit, @Nullable String note, @Nullable String explain) {
        return new Dashboard.Tile(
                id,
                words.text("tile." + id),
                words.number(value),
                unit == null ? null : words.text(unit),
                note,
                explain);
    }

    private List<Dashboard.TypeLine> byType(Figures figures, FigureQuery query, List<String> types) {
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

    private Dashboard.Chart typeChart(List<String> types, List<Dashboard.TypeLine> lines) {
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
    private Dashboard.Chart monthChart(Figures figures, FigureQuery query, List<String> types) {
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

    private List<Dashboard.VenueLine> byVenue(Figures figures, FigureQuery query) {
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

    private Dashboard.Chart venueChart(List<Dashboard.VenueLine> venues) {
        return new Dashboard.Chart(
                "bar",
                venues.stream().map(Dashboard.VenueLine::title).toList(),
                List.of(new Dashboard.Series(
                        words.text("unit.learners"),
                        venues.stream().map(Dashboard.VenueLine::learners).toList())),
                venues.stream().map(Dashboard.VenueLine::explain).toList());
    }
}
