package vn.hocvu.reporting.web;

import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.views.figures.Figures;

/** Derives the dashboard: what goes on now, what the year came to, and what wants attention. */
@Component
class Dashboards {
    private final Questions questions;
    private final DashboardNow now;
    private final DashboardYear year;
    private final DashboardAttention attention;
    private final DashboardCharts draw;

    Dashboards(
            Questions questions,
            DashboardNow now,
            DashboardYear year,
            DashboardAttention attention,
            DashboardCharts draw) {
        this.questions = questions;
        this.now = now;
        this.year = year;
        this.attention = attention;
        this.draw = draw;
    }

    Dashboard of(FigureQuery query) {
        return of(query, questions.figures(query));
    }

    /** The dashboard over rows that are at hand. */
    Dashboard of(FigureQuery query, Figures figures) {
        var types = typesOf(figures, query);
        var lines = draw.byType(figures, query, types);
        var venues = draw.byVenue(figures, query);
        var charts = new LinkedHashMap<String, Dashboard.Chart>();
        charts.put("byType", draw.typeChart(types, lines));
        charts.put("byMonth", draw.monthChart(figures, query, types));
        charts.put("byVenue", draw.venueChart(venues));
        return new Dashboard(
                query.year(),
                questions.now(),
                figures.asOf().effective(),
                now.of(query, figures),
                year.of(query, figures),
                attention.of(query, figures),
                charts,
                lines,
                venues);
    }

    private static List<String> typesOf(Figures figures, FigureQuery query) {
        var one = query.scope().classType();
        return AnnualReports.CLASS_TYPES.stream()
                .filter(type -> one == null || one.equals(type))
                .filter(type -> !figures.figure(
                                FigureName.TRAINED, query.year(), query.scope().type(type))
                        .none())
                .toList();
    }
}
