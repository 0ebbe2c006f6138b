package vn.hocvu.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.hocvu.platform.webkit.Allowed;

/** The dashboard: complete as a page, then kept live. */
@Controller
@Allowed({
    Readers.LEADERSHIP_VIEWER,
    Readers.PLANNING_OFFICER,
    Readers.SCHOOL_BOARD,
    Readers.CITY_ORG_BOARD,
    Readers.AUDITOR
})
class DashboardPages {
    private final Dashboards dashboards;
    private final DashboardLive live;
    private final Questions questions;
    private final AskAgain askAgain;
    private final Words words;

    DashboardPages(Dashboards dashboards, DashboardLive live, Questions questions, AskAgain askAgain, Words words) {
        this.dashboards = dashboards;
        this.live = live;
        this.questions = questions;
        this.askAgain = askAgain;
        this.words = words;
    }

    /** One way to look at the same page. */
    record Choice(String text, String href, boolean active) {}

    @GetMapping("/dashboard")
    String dashboard(HttpServletRequest request, Model model) {
        var query = questions.read(request);
        var figures = questions.figures(query);
        var dashboard = dashboards.of(query, figures);
        model.addAttribute("dashboard", dashboard);
        model.addAttribute("year", Integer.toString(query.year()));
        model.addAttribute("stream", query.at("/dashboard/stream"));
        model.addAttribute("report", query.at("/reports/R1"));
        model.addAttribute("ask", askAgain.of(query, figures.years(), "/dashboard"));
        model.addAttribute("days", days(query, "/dashboard"));
        model.addAttribute(
                "typeNames",
                java.util.Objects.requireNonNull(dashboard.charts().get("byType")).series().stream()
                        .map(Dashboard.Series::name)
                        .toList());
        return "dashboard/dashboard";
    }

    @GetMapping(path = "/dashboard/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(HttpServletRequest request) {
        return live.open(questions.read(request));
    }

    /** Ends of quarters that have come. */
    private List<Choice> days(FigureQuery query, String path) {
        var choices = new ArrayList<Choice>();
        for (int month : new int[] {3, 6, 9}) {
            var end = LocalDate.of(query.year(), month, 1).plusMonths(1).minusDays(1);
            if (end.isBefore(questions.today())) {
                choices.add(new Choice(words.date(end), query.by(end).at(path), end.equals(query.effective())));
            }
        }
        var whole = query.by(null);
        choices.add(
                new Choice(words.date(questions.asOf(whole).effective()), whole.at(path), query.effective() == null));
        return choices;
    }
}
