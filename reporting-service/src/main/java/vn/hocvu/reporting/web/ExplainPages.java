package vn.hocvu.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.views.figures.Contribution;

/** Explains a number: every fact that adds to it or takes from it. */
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
class ExplainPages {
    private static final TableShape FACTS = TableShape.sortedBy()
            .filteredBy(
                    "figure",
                    "year",
                    "asOf",
                    "knownAt",
                    "classType",
                    "category",
                    "fundingSource",
                    "fundingOrgId",
                    "venueType",
                    "venueId",
                    "requesterOrgId");

    private final Questions questions;
    private final Words words;
    private final Sight sight;

    ExplainPages(Questions questions, Words words, Sight sight) {
        this.questions = questions;
        this.words = words;
        this.sight = sight;
    }

    @GetMapping("/explain")
    String explain(@RequestParam String figure, HttpServletRequest request, Model model) {
        var query = questions.read(request);
        var name = FigureName.of(figure);
        var figures = questions.figures(query);
        var facts = figures.contributions(name, query.year(), query.scope());
        var table = TableQuery.from(request, FACTS);
        model.addAttribute("facts", table.slice(facts));
        model.addAttribute("table", table.of(facts.size()));
        model.addAttribute("sum", Contribution.sum(facts));
        model.addAttribute("figure", words.text("figure." + name.code()));
        model.addAttribute("what", words.text("figure." + name.code() + ".what"));
        model.addAttribute("year", Integer.toString(query.year()));
        model.addAttribute("scope", words.scope(query.scope()));
        model.addAttribute("asOf", figures.asOf());
        model.addAttribute("opens", sight.facts());
        model.addAttribute("report", query.at("/reports/R1"));
        return "explain/explain";
    }
}
