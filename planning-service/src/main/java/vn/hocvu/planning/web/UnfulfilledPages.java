package vn.hocvu.planning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.hocvu.planning.web.UnfulfilledLines.Line;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;

/** What was not done, and why; what is still open comes first. */
@Controller
@Allowed({
    Readers.PLANNING_OFFICER,
    Readers.SCHOOL_BOARD,
    Readers.CITY_ORG_BOARD,
    Readers.CITY_PROPAGANDA_BOARD,
    Readers.DISTRICT_COMMITTEE,
    Readers.ADMISSIONS_OFFICER,
    Readers.AUDITOR
})
class UnfulfilledPages {
    private final UnfulfilledLines lines;
    private final PlanScope scope;
    private final CurrentActor person;
    private final Formats formats;

    UnfulfilledPages(UnfulfilledLines lines, PlanScope scope, CurrentActor person, Formats formats) {
        this.lines = lines;
        this.scope = scope;
        this.person = person;
        this.formats = formats;
    }

    @GetMapping("/unfulfilled")
    String list(HttpServletRequest request, Model model) {
        var query = UnfulfilledLines.query(request);
        var found = lines.found(query);
        model.addAttribute("rows", query.slice(found));
        model.addAttribute("table", query.of(found.size()));
        model.addAttribute("yearChoices", years());
        model.addAttribute("classes", found.stream().mapToInt(Line::classes).sum());
        model.addAttribute("learners", found.stream().mapToInt(Line::learners).sum());
        model.addAttribute("marks", person.has(Readers.PLANNING_OFFICER));
        model.addAttribute(
                "every",
                found.stream()
                        .filter(line -> line.status().equals(UnfulfilledLines.OPEN))
                        .count());
        model.addAttribute("today", formats.today());
        return "plans/unfulfilled";
    }

    private Map<String, String> years() {
        var years = new LinkedHashMap<String, String>();
        scope.plans().forEach(plan -> years.put(Integer.toString(plan.year()), Integer.toString(plan.year())));
        return years;
    }
}
