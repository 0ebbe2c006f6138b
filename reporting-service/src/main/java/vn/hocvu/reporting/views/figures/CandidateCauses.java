package vn.hocvu.reporting.views.figures;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.discrepancy.CandidateCause;
import vn.hocvu.reporting.discrepancy.Cause;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.publishedfigure.Measure;
import vn.hocvu.reporting.views.figures.planbook.PlanRow;

/**
 * Tests, one at a time and never combined, what may have made a published figure differ. A cause is listed only if it
 * makes what is left of the gap smaller in both measures.
 */
public final class CandidateCauses {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Figures figures;
    private final FigureName figure;
    private final int year;
    private final FigureScope scope;
    private final Count derived;

    private CandidateCauses(Figures figures, FigureName figure, int year, FigureScope scope) {
        this.figures = figures;
        this.figure = figure;
        this.year = year;
        this.scope = scope;
        this.derived = figures.figure(figure, year, scope);
    }

    /** What a cause would have added to the derived figure, and the items or classes it rests on. */
    private record Trial(Cause cause, Count matched, List<String> about) {}

    /**
     * The causes that would explain part of the gap.
     *
     * @param classes  classes as published, absent if they were not
     * @param learners learners as published, absent if they were not
     */
    public static List<CandidateCause> of(
            Figures figures,
            FigureName figure,
            int year,
            FigureScope scope,
            @Nullable Integer classes,
            @Nullable Integer learners) {
        var test = new CandidateCauses(figures, figure, year, scope);
        var delta = new Count(
                        Objects.requireNonNullElse(classes, test.derived.classes()),
                        Objects.requireNonNullElse(learners, test.derived.learners()))
                .minus(test.derived);
        return test.trials()
                .map(trial ->
                        new CandidateCause(trial.cause(), trial.matched(), delta.minus(trial.matched()), trial.about()))
                .filter(cause -> nearer(cause, delta, Measure.CLASSES, classes)
                        && nearer(cause, delta, Measure.LEARNERS, learners))
                .toList();
    }

    /** A measure that was not published or does not differ must at least not be made worse. */
    private static boolean nearer(CandidateCause cause, Count delta, Measure measure, @Nullable Integer published) {
        if (published == null) {
            return true;
        }
        int gap = Math.abs(delta.of(measure));
        int left = Math.abs(cause.residue().of(measure));
        return gap == 0 ? left == 0 : left < gap;
    }

    private Stream<Trial> trials() {
        return Stream.of(
                        unfulfilledItems(),
                        recordedLater(),
                        offPlan(-1),
                        offPlan(1),
                        plannedQuota(),
                        shortCourses(),
                        deferred())
                .flatMap(Optional::stream)
                .filter(trial -> !trial.matched().none());
    }

    private Optional<Trial> ofCarriedOut(Cause cause, Count matched, List<String> about) {
        return figure == FigureName.CARRIED_OUT ? Optional.of(new Trial(cause, matched, about)) : Optional.empty();
    }

    /** K1: a cancelled class and its item are one entry, so they count once. */
    private Optional<Trial> unfulfilledItems() {
        var items = figures.givenUp(year, scope).toList();
        return ofCarriedOut(
                Cause.K1,
                new Count(
                        items.stream().mapToInt(PlanRow.GivenUp::classes).sum(),
                        items.stream().mapToInt(PlanRow.GivenUp::learners).sum()),
                items.stream().map(PlanRow.GivenUp::itemId).distinct().toList());
    }

    /** K2: the figure as it was known on the evening of the day it speaks of. */
    private Optional<Trial> recordedLater() {
        var evening =
                figures.asOf().effective().atTime(LocalTime.MAX).atZone(ZONE).toInstant();
        if (!evening.isBefore(figures.asOf().recorded())) {
            return Optional.empty();
        }
        var known = figures.as(figures.asOf().recordedBy(evening)).figure(figure, year, scope);
        var about = figures.contributions(figure, year, scope).stream()
                .filter(one -> one.at().recordedAt().isAfter(evening))
                .map(Contribution::subject)
                .distinct()
                .toList();
        return Optional.of(new Trial(Cause.K2, known.minus(derived), about));
    }

    private Optional<Trial> offPlan(int sign) {
        var classes = figures.in(scope)
                .filter(one -> one.traits().offPlan())
                .map(ClassHistory::classId)
                .toList();
        var facts = figures.contributions(figure, year, scope).stream()
                .filter(one -> one.classId() != null && classes.contains(one.classId()))
                .toList();
        var sum = Contribution.sum(facts);
        return Optional.of(new Trial(
                Cause.K3,
                sign < 0 ? Count.ZERO.minus(sum) : sum,
                facts.stream().map(Contribution::subject).distinct().toList()));
    }

    /** K4: each class with the learners it was planned for. */
    private Optional<Trial> plannedQuota() {
        var classes = figures.contributions(figure, year, scope).stream()
                .filter(one -> one.count().classes() > 0 && one.classId() != null)
                .toList();
        int planned = figures.in(scope)
                .filter(one -> classes.stream().anyMatch(fact -> one.classId().equals(fact.classId())))
                .mapToInt(one -> one.traits().plannedLearners())
                .sum();
        return classes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trial(
                        Cause.K4,
                        new Count(0, planned - derived.learners()),
                        classes.stream().map(Contribution::subject).toList()));
    }

    /** K5: trained less completed short courses, instead of trained less graduated classes. */
    private Optional<Trial> shortCourses() {
        var courses = figures.contributions(FigureName.CLOSED, year, FigureScope.ALL);
        var taken = figures.figure(FigureName.TRAINED, year, scope).minus(Contribution.sum(courses));
        return ofCarriedOut(
                Cause.K5,
                taken.minus(derived),
                courses.stream().map(Contribution::subject).toList());
    }

    private Optional<Trial> deferred() {
        int learners = figures.in(scope)
                .mapToInt(one -> one.exits("LearnerDeferred", year))
                .sum();
        return ofCarriedOut(Cause.K6, new Count(0, learners), List.of());
    }
}
