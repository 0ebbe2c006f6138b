package vn.hocvu.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.FigureName;

/** Figures for programs: the annual report, the dashboard, and what a figure is made of. */
@RestController
@RequestMapping("/api/v1")
class ReportApi {
    private final AnnualReports reports;
    private final Questions questions;
    private final Dashboards dashboards;

    ReportApi(AnnualReports reports, Questions questions, Dashboards dashboards) {
        this.reports = reports;
        this.questions = questions;
        this.dashboards = dashboards;
    }

    @GetMapping("/reports/annual/{year}")
    @Operation(summary = "The annual report, as known now or at an instant")
    @Allowed({
        Readers.LEADERSHIP_VIEWER,
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.CITY_PROPAGANDA_BOARD,
        Readers.DISTRICT_COMMITTEE,
        Readers.CENTER_ADMIN,
        Readers.AUDITOR
    })
    AnnualReport annual(@PathVariable int year, @RequestParam(name = "asOf", required = false) @Nullable String asOf) {
        return reports.of(
                questions.of(year, asOf == null || asOf.isBlank() ? null : Questions.instant("asOf", asOf.strip())));
    }

    @GetMapping("/dashboard")
    @Operation(summary = "The figures of the dashboard")
    @Allowed({
        Readers.LEADERSHIP_VIEWER,
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.AUDITOR
    })
    Dashboard dashboard(HttpServletRequest request) {
        return dashboards.of(questions.read(request));
    }

    /** What a figure is made of. */
    record Explanation(String figure, int year, Count figureInAll, List<Line> contributions) {}

    /** One fact with what it adds or takes away. */
    record Line(
            String part,
            String subject,
            String effectiveOn,
            String recordedAt,
            int classes,
            int learners,
            String event,
            String eventId,
            @Nullable String document) {}

    @GetMapping("/explanations/{figure}")
    @Operation(summary = "The facts that sum up to a figure")
    @Allowed({
        Readers.LEADERSHIP_VIEWER,
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.CITY_PROPAGANDA_BOARD,
        Readers.DISTRICT_COMMITTEE,
        Readers.CENTER_ADMIN,
        Readers.AUDITOR
    })
    Explanation explain(@PathVariable String figure, HttpServletRequest request) {
        var query = questions.read(request);
        var figures = questions.figures(query);
        var name = FigureName.of(figure);
        return new Explanation(
                figure,
                query.year(),
                figures.figure(name, query.year(), query.scope()),
                figures.contributions(name, query.year(), query.scope()).stream()
                        .map(one -> new Line(
                                one.part(),
                                one.subject(),
                                one.at().effectiveOn().toString(),
                                one.at().recordedAt().toString(),
                                one.count().classes(),
                                one.count().learners(),
                                one.at().eventType(),
                                one.at().eventId(),
                                one.at().document()))
                        .toList());
    }
}
