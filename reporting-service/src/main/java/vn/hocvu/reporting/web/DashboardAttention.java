package vn.hocvu.reporting.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.views.figures.Figures;
import vn.hocvu.reporting.views.published.PublishedFigures;

/** What somebody should look at: what could not be done, papers awaited, gaps. */
@Component
class DashboardAttention {
    private final PublishedFigures published;
    private final AnnualReports reports;
    private final Words words;
    private final Tiles tile;

    DashboardAttention(PublishedFigures published, AnnualReports reports, Words words, Tiles tile) {
        this.published = published;
        this.reports = reports;
        this.words = words;
        this.tile = tile;
    }

    List<Dashboard.Tile> of(FigureQuery query, Figures figures) {
        var tiles = new ArrayList<Dashboard.Tile>();
        var unfulfilled = figures.figure(FigureName.UNFULFILLED, query.year(), query.scope());
        tiles.add(tile.of(
                "unfulfilled",
                unfulfilled.classes(),
                "unit.classes",
                unfulfilled.none() ? words.text("tile.learners", 0) : reasons(figures, query),
                query.at("/explain", "figure", FigureName.UNFULFILLED.code())));
        tiles.add(tile.of("awaiting", awaiting(figures, query), "unit.items", null, null));
        var gaps = published.gaps(figures.asOf().recorded()).stream()
                .filter(gap -> gap.year() == query.year() && !gap.resolved())
                .toList();
        int open = (int) gaps.stream()
                .filter(gap -> gap.status() == vn.hocvu.reporting.discrepancy.Status.OPEN)
                .count();
        tiles.add(tile.of(
                "discrepancies",
                open,
                "unit.gaps",
                words.text("tile.discrepancies.note", gaps.size()),
                "/discrepancies"));
        int facts = (int)
                reports.positions().values().stream().mapToLong(Long::longValue).sum();
        tiles.add(tile.of("facts", facts, null, words.text("tile.facts.note"), null));
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
}
