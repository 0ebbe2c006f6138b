package vn.hocvu.reporting.views.figures;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.Dimensions;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;

/** A figure by kind of venue and source of funding. */
public final class Breakdown {
    private Breakdown() {}

    /** One part of the figure. */
    public record Part(@Nullable String venueType, @Nullable String fundingSource, FigureScope scope, Count count) {}

    /** The parts that exist, schools before centres; they sum up to the figure. */
    public static List<Part> of(Figures figures, FigureName figure, int year, FigureScope scope) {
        var parts = new LinkedHashMap<List<@Nullable String>, FigureScope>();
        dimensions(figures, year)
                .filter(scope::has)
                .filter(one -> one.venueType() != null && one.fundingSource() != null)
                .sorted(Comparator.comparing((Dimensions one) -> one.venueType() == null ? "" : one.venueType())
                        .reversed()
                        .thenComparing(one -> one.fundingSource() == null ? "" : one.fundingSource()))
                .forEach(one -> parts.putIfAbsent(
                        java.util.Arrays.asList(one.venueType(), one.fundingSource()),
                        scope.at(one.venueType(), one.fundingSource())));
        return parts.entrySet().stream()
                .map(part -> new Part(
                        part.getKey().get(0),
                        part.getKey().get(1),
                        part.getValue(),
                        figures.figure(figure, year, part.getValue())))
                .filter(part -> !part.count().none())
                .toList();
    }

    private static Stream<Dimensions> dimensions(Figures figures, int year) {
        return Stream.concat(
                figures.in(FigureScope.ALL).map(ClassHistory::traits),
                figures.plan(year).stream().flatMap(plan -> plan.items().stream()));
    }
}
