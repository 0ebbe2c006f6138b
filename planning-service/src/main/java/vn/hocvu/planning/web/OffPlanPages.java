package vn.hocvu.planning.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hocvu.planning.trainingplan.PlanPhase;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.planning.views.items.PlanItems;
import vn.hocvu.planning.views.plans.Plans;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;

/** The board of requests for off-plan classes by stage, and each request with the forms of its next step. */
@Controller
@Allowed({
    Readers.PLANNING_OFFICER,
    Readers.SCHOOL_BOARD,
    Readers.CITY_ORG_BOARD,
    Readers.CITY_PROPAGANDA_BOARD,
    Readers.DISTRICT_COMMITTEE,
    Readers.AUDITOR
})
class OffPlanPages {
    private static final String DECIDED = "DECIDED";

    private final OffPlanScope scope;
    private final OffPlanSentences sentences;
    private final Plans plans;
    private final PlanItems items;
    private final CurrentActor person;
    private final Formats formats;
    private final Words words;

    OffPlanPages(
            OffPlanScope scope,
            OffPlanSentences sentences,
            Plans plans,
            PlanItems items,
            CurrentActor person,
            Formats formats,
            Words words) {
        this.scope = scope;
        this.sentences = sentences;
        this.plans = plans;
        this.items = items;
        this.person = person;
        this.formats = formats;
        this.words = words;
    }

    /** One column of the board. */
    public record Stage(String code, List<OffPlanLine> lines) {}

    @GetMapping("/off-plan")
    String board(Model model) {
        var byStage = new LinkedHashMap<String, List<OffPlanLine>>();
        for (var code : List.of("REQUESTED", "ASSESSED", "CONSULTED", "REPORTED", DECIDED)) {
            byStage.put(code, new ArrayList<>());
        }
        for (var row : scope.all()) {
            var code = row.phase().settled() ? DECIDED : row.phase().name();
            byStage.getOrDefault(code, new ArrayList<>()).add(scope.line(row));
        }
        model.addAttribute(
                "stages",
                byStage.entrySet().stream()
                        .map(stage -> new Stage(stage.getKey(), stage.getValue()))
                        .toList());
        return "offplan/board";
    }

    @GetMapping("/off-plan/new")
    @Allowed({Readers.PLANNING_OFFICER, Readers.CITY_PROPAGANDA_BOARD, Readers.DISTRICT_COMMITTEE})
    String form(Model model) {
        boolean officer = person.has(Readers.PLANNING_OFFICER);
        model.addAttribute("officer", officer);
        model.addAttribute("own", officer ? null : person.get().organization());
        model.addAttribute("ownName", words.organization(person.get().organization()));
        model.addAttribute("today", formats.today());
        return "offplan/new";
    }

    @GetMapping("/off-plan/{requestId}")
    String one(@PathVariable String requestId, Model model) {
        var row = scope.one(requestId);
        model.addAttribute("row", row);
        model.addAttribute("line", scope.line(row));
        model.addAttribute("asked", row.asked());
        model.addAttribute("payer", words.organization(row.asked().funding().orgId()));
        model.addAttribute("steps", sentences.stations(row));
        model.addAttribute(
                "item", items.ofRequest(requestId).map(PlanItemRow::itemId).orElse(null));
        model.addAttribute("years", years());
        model.addAttribute(
                "mine",
                row.proposer() != null && row.proposer().equals(person.get().userId()));
        model.addAttribute(
                "withdraws",
                !row.phase().settled()
                        && (person.has(Readers.PLANNING_OFFICER)
                                || (scope.own(row)
                                        && person.has(Readers.CITY_PROPAGANDA_BOARD, Readers.DISTRICT_COMMITTEE))));
        model.addAttribute("today", formats.today());
        model.addAttribute("timeline", sentences.timeline(row));
        return "offplan/request";
    }

    /** Years whose plans take an off-plan class. */
    private Map<String, String> years() {
        var years = new LinkedHashMap<String, String>();
        plans.all().stream()
                .filter(plan -> plan.phase() == PlanPhase.ALLOCATED)
                .forEach(plan -> years.put(Integer.toString(plan.year()), Integer.toString(plan.year())));
        return years;
    }
}
