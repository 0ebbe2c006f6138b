package vn.hocvu.reporting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;

/** The tables of the annual report as lines of words and numbers: the page shows them, and files hold the same. */
@Component
class ReportTables {
    private final Words words;

    ReportTables(Words words) {
        this.words = words;
    }

    /** One figure of one class type. */
    record Line(String title, String explain, Count count) {}

    /** Lines of one class type. */
    record TypeTable(String id, String title, List<Line> lines) {}

    /** One reason for which items could not be done, as a row. */
    record ReasonLine(String items, String type, String bodies, int classes, int learners, String reason) {}

    /** One row of the next year's plan; the learners as words, for they may be unclear. */
    record PlanLine(String type, String venue, int classes, String each, String learners, String clarity) {}

    /** One gap as a row. */
    record GapLine(
            String figure,
            String scope,
            String measure,
            @Nullable Integer published,
            @Nullable Integer derived,
            @Nullable Integer difference,
            String causes,
            String residue,
            String status) {}

    List<TypeTable> types(AnnualReport report, FigureQuery query) {
        return report.classTypes().stream().map(type -> table(type, query)).toList();
    }

    List<ReasonLine> reasons(AnnualReport report) {
        return report.unfulfilled().items().stream().map(this::line).toList();
    }

    List<GapLine> gaps(AnnualReport report) {
        return report.discrepancies().stream()
                .flatMap(gap -> gapLines(gap).stream())
                .toList();
    }

    private TypeTable table(AnnualReport.ClassType type, FigureQuery query) {
        var scope = query.scope().type(type.classType());
        var lines = new ArrayList<Line>();
        lines.add(line(query, scope, FigureName.CARRIED_IN, type.carriedIn()));
        lines.add(line(query, scope, FigureName.OPENED, type.opened()));
        lines.add(line(query, scope, FigureName.TRAINED, type.trained()));
        lines.add(line(query, scope, FigureName.GRADUATED, type.graduated()));
        lines.add(line(query, scope, FigureName.CLOSED, type.closed()));
        lines.add(line(query, scope, FigureName.TERMINATED, type.terminated()));
        lines.add(line(query, scope, FigureName.CARRIED_OUT, type.carriedOut()));
        lines.add(line(query, scope, FigureName.UNFULFILLED, type.unfulfilled()));
        return new TypeTable("type-" + type.classType(), words.code("classType", type.classType()), lines);
    }

    private Line line(FigureQuery query, FigureScope scope, FigureName figure, Count count) {
        return new Line(
                words.text("report." + figure.code()), query.in(scope).at("/explain", "figure", figure.code()), count);
    }

    private ReasonLine line(AnnualReport.Reason reason) {
        var bodies = new ArrayList<>(reason.fundingOrganizations());
        if (reason.requester() != null) {
            bodies.add(reason.requester());
        }
        return new ReasonLine(
                String.join(", ", reason.planItems()),
                words.code("classType", reason.classType()),
                String.join(", ", bodies),
                reason.classes(),
                reason.learners(),
                words.code("unfulfilledReason", reason.reasonCode()));
    }

    List<PlanLine> planLines(AnnualReport.@Nullable NextYearPlan plan) {
        return plan == null
                ? List.of()
                : plan.classTypes().stream()
                        .flatMap(type -> type.parts().stream().map(part -> planLine(type, part)))
                        .toList();
    }

    private PlanLine planLine(AnnualReport.PlannedType type, AnnualReport.PlannedPart part) {
        boolean clear = part.learners() != null;
        return new PlanLine(
                words.code("classType", type.classType()),
                words.code("venueType", part.venueType()),
                part.classes(),
                part.learnersPerClass() == null ? "–" : words.number(part.learnersPerClass()),
                clear
                        ? words.number(Objects.requireNonNull(part.learners()))
                        : type.readings().stream()
                                .map(reading -> words.number(reading.learners()) + " ("
                                        + words.code("reading", reading.scope()) + ")")
                                .reduce((one, other) -> one + "; " + other)
                                .orElse("–"),
                clear ? AnnualReports.EXPLICIT : AnnualReports.AMBIGUOUS);
    }

    private List<GapLine> gapLines(AnnualReport.Difference gap) {
        var lines = new ArrayList<GapLine>();
        if (gap.published().classes() != null) {
            lines.add(gapLine(gap, "CLASSES", AnnualReport.Measured::classes, Count::classes));
        }
        if (gap.published().learners() != null) {
            lines.add(gapLine(gap, "LEARNERS", AnnualReport.Measured::learners, Count::learners));
        }
        return lines;
    }

    private GapLine gapLine(
            AnnualReport.Difference gap,
            String measure,
            java.util.function.Function<AnnualReport.Measured, @Nullable Integer> value,
            java.util.function.ToIntFunction<Count> part) {
        return new GapLine(
                words.text("figure." + gap.figure()),
                words.scope(scope(gap)),
                words.code("measure", measure),
                value.apply(gap.published()),
                value.apply(gap.derived()),
                value.apply(gap.difference()),
                joined(
                        gap,
                        cause -> words.code("cause", cause.cause()) + " ("
                                + words.number(part.applyAsInt(cause.matched())) + ")"),
                joined(gap, cause -> words.signed(part.applyAsInt(cause.residue()))),
                gap.status());
    }

    private static String joined(
            AnnualReport.Difference gap, java.util.function.Function<AnnualReport.CandidateLine, String> text) {
        return gap.candidateCauses().stream()
                .map(text)
                .reduce((one, other) -> one + "; " + other)
                .orElse("–");
    }

    static FigureScope scope(AnnualReport.Difference gap) {
        var parts = gap.scope();
        return new FigureScope(
                parts.get("classType"),
                parts.get("category"),
                parts.get("fundingSource"),
                parts.get("fundingOrgId"),
                parts.get("venueType"),
                parts.get("venueId"),
                parts.get("requesterOrgId"));
    }
}
