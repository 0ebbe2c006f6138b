package vn.hocvu.reporting.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.reporting.views.figures.Figures;
import vn.hocvu.reporting.views.figures.planbook.ItemTerms;
import vn.hocvu.reporting.views.figures.planbook.PlanRow;

/** Writes what the next year's plan promised when it was allocated, with every reading of a figure whose scope is not clear. */
@Component
class NextYears {

    /** A plan counts as soon as it is known, even if it takes effect after the year that the report is about. */
    AnnualReport.@Nullable NextYearPlan of(Figures figures, int year) {
        var known = figures.as(figures.asOf().effectiveBy(LocalDate.of(year, 12, 31)));
        return known.allocation(year)
                .filter(plan -> !plan.items().isEmpty())
                .map(NextYears::of)
                .orElse(null);
    }

    private static AnnualReport.NextYearPlan of(PlanRow plan) {
        return new AnnualReport.NextYearPlan(
                plan.year(),
                plan.items().stream().mapToInt(ItemTerms::quotaClasses).sum(),
                AnnualReports.CLASS_TYPES.stream()
                        .map(type -> plan.items().stream()
                                .filter(item -> item.classType().equals(type))
                                .toList())
                        .filter(items -> !items.isEmpty())
                        .map(NextYears::planned)
                        .toList(),
                totals(plan));
    }

    private static AnnualReport.PlannedType planned(List<ItemTerms> items) {
        var unclear = items.stream().filter(ItemTerms::ambiguous).toList();
        var readings = new LinkedHashMap<String, Integer>();
        unclear.stream()
                .flatMap(item -> item.readings().stream())
                .forEach(reading -> readings.merge(reading.scope(), reading.quotaLearners(), Integer::sum));
        return new AnnualReport.PlannedType(
                items.getFirst().classType(),
                items.stream().mapToInt(ItemTerms::quotaClasses).sum(),
                unclear.isEmpty()
                        ? Integer.valueOf(
                                items.stream().mapToInt(ItemTerms::learners).sum())
                        : null,
                unclear.isEmpty() ? AnnualReports.EXPLICIT : AnnualReports.AMBIGUOUS,
                unclear.stream()
                        .map(ItemTerms::ambiguousValue)
                        .filter(Objects::nonNull)
                        .reduce(Integer::sum)
                        .orElse(null),
                parts(items),
                readings.entrySet().stream()
                        .map(reading -> new AnnualReport.Reading(reading.getKey(), reading.getValue()))
                        .toList());
    }

    private static List<AnnualReport.PlannedPart> parts(List<ItemTerms> items) {
        var parts = new LinkedHashMap<List<String>, AnnualReport.PlannedPart>();
        for (var item : items) {
            var venue = Objects.requireNonNullElse(item.venueType(), "");
            var each = item.ambiguous() ? null : Integer.valueOf(item.perClass());
            var learners = item.ambiguous() ? null : Integer.valueOf(item.learners());
            parts.merge(
                    List.of(venue, String.valueOf(each)),
                    new AnnualReport.PlannedPart(venue, item.quotaClasses(), each, learners),
                    (one, other) -> new AnnualReport.PlannedPart(
                            venue, one.classes() + other.classes(), each, sum(one.learners(), other.learners())));
        }
        return List.copyOf(parts.values());
    }

    private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
        return one == null || other == null ? null : Integer.valueOf(one + other);
    }

    /** The whole plan under each reading of its ambiguous figures; one total if all is clear. */
    private static List<AnnualReport.Total> totals(PlanRow plan) {
        int classes = plan.items().stream().mapToInt(ItemTerms::quotaClasses).sum();
        int clear = plan.items().stream().mapToInt(ItemTerms::learners).sum();
        var readings = new LinkedHashMap<String, Integer>();
        plan.items().stream()
                .flatMap(item -> item.readings().stream())
                .forEach(reading -> readings.merge(reading.scope(), reading.quotaLearners(), Integer::sum));
        return readings.isEmpty()
                ? List.of(new AnnualReport.Total(AnnualReports.EXPLICIT, classes, clear))
                : readings.entrySet().stream()
                        .map(reading -> new AnnualReport.Total(reading.getKey(), classes, clear + reading.getValue()))
                        .toList();
    }
}
