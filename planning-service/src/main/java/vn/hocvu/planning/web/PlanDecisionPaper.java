package vn.hocvu.planning.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanEvent.Allocation;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.trainingplan.Quota;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.planning.views.plans.PlanRow;
import vn.hocvu.planning.views.timeline.Timelines;
import vn.hocvu.platform.webkit.papers.Paper;
import vn.hocvu.platform.webkit.papers.Part;

/** The decision that gives the school its plan, with the items in an annex. */
@Component
class PlanDecisionPaper {
    private final PlanScope scope;
    private final Timelines timelines;
    private final PlanAnnexTable annex;
    private final PaperWords paper;
    private final Words words;

    PlanDecisionPaper(PlanScope scope, Timelines timelines, PlanAnnexTable annex, PaperWords paper, Words words) {
        this.scope = scope;
        this.timelines = timelines;
        this.annex = annex;
        this.paper = paper;
        this.words = words;
    }

    /** The paper with the items that the person may see: as allocated, or before that as the draft says. */
    Paper of(PlanRow plan) {
        var issued = plan.allocation();
        var issuer = paper.issuer(paper.cityBoard(), issued);
        var items = items(plan);
        return new Paper(
                issuer.superior(),
                issuer.name(),
                paper.number("decision", issued),
                paper.placeAndDate(issued),
                paper.text("decision"),
                paper.text("plan.about", year(plan)),
                parts(plan, items),
                List.of(issuer.office()),
                List.of(
                        paper.text("asArticle", "2"),
                        paper.text("recipient", paper.school().name()),
                        paper.text("archive")),
                List.of(annex(plan, issuer.name(), items)),
                paper.trace(plan.planId(), plan.version()));
    }

    private List<Part> parts(PlanRow plan, List<Allocation> items) {
        var school = paper.school().name();
        var approval = words.document(plan.approval());
        return List.of(
                Part.ground(
                        approval == null
                                ? paper.text("plan.ground.draft", year(plan))
                                : paper.text("plan.ground.approval", approval)),
                Part.ground(paper.text("plan.ground.asked", school)),
                Part.authority(paper.text("decision.line")),
                Part.article(
                        paper.text("article", "1"),
                        paper.text(
                                "plan.give",
                                school,
                                year(plan),
                                words.number(classes(items)),
                                words.number(learners(items)))),
                Part.article(paper.text("article", "2"), paper.text("plan.carry", school)),
                Part.article(
                        paper.text("article", "3"),
                        plan.allocatedOn() == null
                                ? paper.text("plan.valid")
                                : paper.text("plan.valid.from", words.date(plan.allocatedOn()))));
    }

    private Paper.Annex annex(PlanRow plan, String issuer, List<Allocation> items) {
        var issued = plan.allocation();
        var table = Part.table(annex.of(items));
        boolean whole = scope.seesAll();
        return new Paper.Annex(
                paper.text(whole ? "plan.annex" : "plan.annex.extract"),
                paper.text("plan.annex.title", year(plan)),
                issued == null
                        ? paper.text("plan.annex.reference", issuer)
                        : paper.text(
                                "plan.annex.reference.issued",
                                issued.number(),
                                words.date(issued.date()),
                                issued.issuer()),
                whole ? List.of(table) : List.of(Part.text(paper.text("plan.annex.extract.note")), table),
                true);
    }

    private List<Allocation> items(PlanRow plan) {
        var seen = scope.items(plan).stream().filter(row -> !row.offPlan()).toList();
        var allocation = timelines.allocation(plan.planId());
        if (allocation.isEmpty()) {
            return seen.stream()
                    .map(row -> new Allocation(new PlanItemId(row.itemId()), row.promise()))
                    .toList();
        }
        var own = seen.stream().map(PlanItemRow::itemId).toList();
        return allocation.get().allocations().stream()
                .filter(item -> scope.seesAll() || own.contains(item.itemId().value()))
                .toList();
    }

    static int classes(List<Allocation> items) {
        return items.stream().mapToInt(item -> item.terms().quota().classes()).sum();
    }

    /** Ambiguous figures stand beside the sum. */
    static int learners(List<Allocation> items) {
        return items.stream()
                .map(item -> item.terms().quota())
                .filter(quota -> !quota.isAmbiguous())
                .mapToInt(PlanDecisionPaper::learners)
                .sum();
    }

    private static int learners(Quota quota) {
        var learners = quota.learners();
        return learners == null ? 0 : learners;
    }

    private static String year(PlanRow plan) {
        return Integer.toString(plan.year());
    }
}
