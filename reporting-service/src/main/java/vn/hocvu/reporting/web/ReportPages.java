package vn.hocvu.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.platform.webkit.Allowed;

/** The annual report as a page and as a file: tables first, then sentences; each number leads to its explanation. */
@Controller
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
class ReportPages {
    private static final String PATH = "/reports/R1";

    private final AnnualReports reports;
    private final ReportTables tables;
    private final ReportSentences sentences;
    private final AnnualSheets sheets;
    private final Questions questions;
    private final AskAgain askAgain;
    private final Exports exports;
    private final Sight sight;

    ReportPages(
            AnnualReports reports,
            ReportTables tables,
            ReportSentences sentences,
            AnnualSheets sheets,
            Questions questions,
            AskAgain askAgain,
            Exports exports,
            Sight sight) {
        this.reports = reports;
        this.tables = tables;
        this.sentences = sentences;
        this.sheets = sheets;
        this.questions = questions;
        this.askAgain = askAgain;
        this.exports = exports;
        this.sight = sight;
    }

    @GetMapping("/reports")
    String all() {
        return "redirect:" + PATH;
    }

    @GetMapping(path = PATH, params = "!format")
    String annual(HttpServletRequest request, Model model) {
        var query = questions.read(request);
        var report = reports.of(query);
        model.addAttribute("report", report);
        model.addAttribute("year", Integer.toString(query.year()));
        model.addAttribute("nextYear", Integer.toString(query.year() + 1));
        model.addAttribute("ask", askAgain.of(query, questions.figures(query).years(), PATH));
        model.addAttribute("types", tables.types(report, query));
        model.addAttribute("reasons", tables.reasons(report));
        model.addAttribute("planLines", tables.planLines(report.nextYearPlan()));
        model.addAttribute("gaps", tables.gaps(report));
        model.addAttribute("sentences", sentences.of(report));
        model.addAttribute("dashboard", sight.whole() ? query.at("/dashboard") : null);
        return "reports/annual";
    }

    /** What the page shows, as one workbook or one CSV file. */
    @GetMapping(path = PATH, params = "format")
    ResponseEntity<byte[]> file(@RequestParam String format, HttpServletRequest request) {
        var query = questions.read(request);
        return exports.answer("bao-cao-nam-" + query.year(), format, sheets.of(reports.of(query), query));
    }
}
