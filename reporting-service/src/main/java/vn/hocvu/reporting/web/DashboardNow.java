package vn.hocvu.reporting.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.views.figures.AsOf;
import vn.hocvu.reporting.views.figures.ClassHistory;
import vn.hocvu.reporting.views.figures.Figures;

/** What goes on today: classes that run, recruit, lack learners, or end soon. */
@Component
class DashboardNow {
    private static final int SOON_DAYS = 30;

    private final Questions questions;
    private final Words words;
    private final Tiles tiles;

    DashboardNow(Questions questions, Words words, Tiles tiles) {
        this.questions = questions;
        this.words = words;
        this.tiles = tiles;
    }

    List<Dashboard.Tile> of(FigureQuery query, Figures figures) {
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
                tiles.of("running.classes", running.classes(), "unit.classes", null, explain),
                tiles.of("running.learners", running.learners(), "unit.learners", null, explain),
                tiles.of(
                        "recruiting",
                        recruiting.size(),
                        "unit.classes",
                        words.text(
                                "tile.recruiting.note",
                                recruiting.stream()
                                        .mapToInt(ClassHistory::places)
                                        .sum()),
                        null),
                tiles.of("atRisk", shortOfLearners(recruiting).size(), "unit.classes", risk(recruiting, day), null),
                tiles.of("soon", soon.size(), "unit.classes", codes(soon), null));
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
}
