package vn.hocvu.reporting.views.figures;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.views.figures.planbook.ItemTerms;
import vn.hocvu.reporting.views.figures.planbook.PlanRow;

/** What has become of one year's plan: opened, given up, waiting with a place, and what nobody has asked for. */
final class Progress {
    private final Figures figures;
    private final List<ClassHistory> classes;
    private final Optional<PlanRow> plan;

    Progress(Figures figures, List<ClassHistory> classes, Optional<PlanRow> plan) {
        this.figures = figures;
        this.classes = classes;
        this.plan = plan;
    }

    Fulfilment of(int year, FigureScope scope) {
        var items = plan.stream()
                .flatMap(one -> one.items().stream())
                .filter(scope::has)
                .toList();
        var ids = items.stream().map(ItemTerms::itemId).collect(Collectors.toSet());
        var opened = classes.stream()
                .filter(one ->
                        !one.traits().offPlan() && ids.contains(one.traits().planItemId()))
                .filter(one -> one.opened() != null)
                .toList();
        return new Fulfilment(
                figures.figure(FigureName.PLANNED, year, scope),
                Contribution.sum(
                        opened.stream().flatMap(one -> one.opening().stream()).toList()),
                figures.figure(FigureName.UNFULFILLED, year, scope),
                granted(ids),
                items.stream().filter(ItemTerms::ambiguous).toList());
    }

    /** Classes that took a place of the items and have neither opened nor given it back. */
    private int granted(Set<String> items) {
        var waiting = new HashSet<String>();
        plan.ifPresent(year -> {
            year.slots().stream()
                    .filter(slot -> figures.asOf().knows(slot.at()) && items.contains(slot.itemId()))
                    .forEach(slot -> {
                        if (slot.at().eventType().equals("ClassSlotGranted")) {
                            waiting.add(slot.classId());
                        } else {
                            waiting.remove(slot.classId());
                        }
                    });
            year.givenUp().stream()
                    .filter(one -> figures.asOf().knows(one.at()))
                    .forEach(one -> waiting.remove(Objects.requireNonNullElse(one.classId(), "")));
        });
        classes.stream().filter(one -> one.opened() != null).forEach(one -> waiting.remove(one.classId()));
        return waiting.size();
    }
}
