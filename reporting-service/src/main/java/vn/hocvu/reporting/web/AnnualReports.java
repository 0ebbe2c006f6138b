package vn.hocvu.reporting.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.views.figures.Balance;
import vn.hocvu.reporting.views.figures.Breakdown;
import vn.hocvu.reporting.views.figures.Figures;
import vn.hocvu.reporting.views.figures.planbook.PlanRow;
import vn.hocvu.reporting.views.published.PublishedFigures;

/** Writes the annual report from figures: every number in it is derived when it is asked for. */
@Component
class AnnualReports {
    static final List<String> CLASS_TYPES = List.of("TC_LLCT", "CC_LLCT", "SC_LLCT", "BOI_DUONG");
    static final String EXPLICIT = "EXPLICIT";
    static final String AMBIGUOUS = "AMBIGUOUS";
    private static final List<String> SERVICES = List.of("planning", "class", "enrollment");
    private static final List<String> CATEGORIES = List.of("THEORY", "PARTY_WORK", "MASS_ORGANIZATION_WORK");

    private final Questions questions;
    private final PublishedFigures published;
    private final Views views;
    private final Sight sight;
    private final Words words;
    private final NextYears nextYears;

    AnnualReports(
            Questions questions,
            PublishedFigures published,
            Views views,
            Sight sight,
            Words words,
            NextYears nextYears) {
        this.questions = questions;
        this.published = published;
        this.views = views;
        this.sight = sight;
        this.words = words;
        this.nextYears = nextYears;
    }

    AnnualReport of(FigureQuery query) {
        var figures = questions.figures(query);
        int year = query.year();
        return new AnnualReport(
                year,
                figures.asOf().recorded(),
                figures.asOf().effective(),
                positions(),
                CLASS_TYPES.stream()
                        .map(type -> classType(figures, year, query.scope().type(type)))
                        .filter(AnnualReports::something)
                        .toList(),
                unfulfilled(figures, year, query.scope()),
                sight.whole() ? differences(figures, year) : List.of(),
                nextYears.of(figures, year + 1),
                Balance.of(figures, year, query.scope()).stream()
                        .map(one -> new AnnualReport.Check(one.name(), one.left(), one.right(), one.holds()))
                        .toList());
    }

    Map<String, Long> positions() {
        var known = views.positions();
        var positions = new LinkedHashMap<String, Long>();
        SERVICES.forEach(service -> positions.put(service, known.getOrDefault(service, 0L)));
        return positions;
    }

    private static boolean something(AnnualReport.ClassType type) {
        return Stream.of(type.trained(), type.unfulfilled(), type.fulfilment().quota())
                .anyMatch(count -> !count.none());
    }

    private static AnnualReport.ClassType classType(Figures figures, int year, FigureScope scope) {
        var trained = figures.figure(FigureName.TRAINED, year, scope);
        int persons = figures.distinctLearners(year, scope);
        return new AnnualReport.ClassType(
                Objects.requireNonNull(scope.classType()),
                trained,
                persons == trained.learners() ? null : Integer.valueOf(persons),
                figures.figure(FigureName.CARRIED_IN, year, scope),
                figures.figure(FigureName.OPENED, year, scope),
                figures.figure(FigureName.GRADUATED, year, scope),
                figures.figure(FigureName.CLOSED, year, scope),
                figures.figure(FigureName.TERMINATED, year, scope),
                figures.figure(FigureName.CARRIED_OUT, year, scope),
                figures.figure(FigureName.UNFULFILLED, year, scope),
                Shares.of(figures.fulfilment(year, scope)),
                parts(figures, year, scope),
                categories(figures, year, scope));
    }

    private static List<AnnualReport.Part> parts(Figures figures, int year, FigureScope scope) {
        return Breakdown.of(figures, FigureName.TRAINED, year, scope).stream()
                .map(part -> new AnnualReport.Part(
                        Objects.requireNonNullElse(part.venueType(), ""),
                        Objects.requireNonNullElse(part.fundingSource(), ""),
                        figures.figure(FigureName.OPENED, year, part.scope()),
                        figures.figure(FigureName.CARRIED_OUT, year, part.scope())))
                .toList();
    }

    private static List<AnnualReport.Category> categories(Figures figures, int year, FigureScope scope) {
        return CATEGORIES.stream()
                .map(category -> category(figures, year, scope, category))
                .filter(one -> !one.opened().none() || !one.ended().none())
                .toList();
    }

    private static AnnualReport.Category category(Figures figures, int year, FigureScope scope, String category) {
        var part = new FigureScope(
                scope.classType(),
                category,
                scope.fundingSource(),
                scope.fundingOrgId(),
                scope.venueType(),
                scope.venueId(),
                scope.requesterOrgId());
        return new AnnualReport.Category(
                category,
                figures.figure(FigureName.OPENED, year, part),
                figures.figure(FigureName.GRADUATED, year, part).plus(figures.figure(FigureName.CLOSED, year, part)));
    }

    private AnnualReport.Unfulfilled unfulfilled(Figures figures, int year, FigureScope scope) {
        var groups = new LinkedHashMap<List<String>, List<PlanRow.GivenUp>>();
        figures.givenUp(year, scope)
                .sorted(java.util.Comparator.comparing(PlanRow.GivenUp::itemId))
                .forEach(one -> groups.computeIfAbsent(
                                List.of(one.reasonCode(), type(figures, one), requester(one)), key -> new ArrayList<>())
                        .add(one));
        var all = figures.figure(FigureName.UNFULFILLED, year, scope);
        return new AnnualReport.Unfulfilled(
                all.classes(),
                all.learners(),
                groups.entrySet().stream()
                        .map(group -> reason(group.getKey().get(1), group.getValue()))
                        .toList());
    }

    private static String requester(PlanRow.GivenUp one) {
        return Objects.requireNonNullElse(one.requesterOrgId(), "");
    }

    private static String type(Figures figures, PlanRow.GivenUp one) {
        return figures.item(one.itemId()).map(item -> item.classType()).orElse("");
    }

    private AnnualReport.Reason reason(String classType, List<PlanRow.GivenUp> group) {
        var first = group.getFirst();
        return new AnnualReport.Reason(
                group.stream().mapToInt(PlanRow.GivenUp::classes).sum(),
                group.stream().mapToInt(PlanRow.GivenUp::learners).sum(),
                first.reasonCode(),
                classType,
                group.stream()
                        .map(PlanRow.GivenUp::fundingOrgId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(words::organization)
                        .toList(),
                first.requesterOrgId() == null ? null : words.organization(first.requesterOrgId()),
                group.stream().map(PlanRow.GivenUp::itemId).toList());
    }

    private List<AnnualReport.Difference> differences(Figures figures, int year) {
        return published.gaps(figures.asOf().recorded()).stream()
                .filter(gap -> gap.year() == year && !gap.resolved())
                .map(Differences::of)
                .toList();
    }
}
