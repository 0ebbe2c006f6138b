package vn.hocvu.reporting.web;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.views.figures.Figures;

/** What the year came to, and how much of the plan that is. */
@Component
class DashboardYear {
    private final Words words;
    private final Tiles tile;

    DashboardYear(Words words, Tiles tile) {
        this.words = words;
        this.tile = tile;
    }

    List<Dashboard.Tile> of(FigureQuery query, Figures figures) {
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
        return tile.of(
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
        return tile.of(
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
}
