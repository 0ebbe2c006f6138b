package vn.hocvu.planning.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.AmendmentStep;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.DocumentType;
import vn.hocvu.planning.views.plans.PlanRow;
import vn.hocvu.platform.webkit.papers.Paper;
import vn.hocvu.platform.webkit.papers.PaperTable;
import vn.hocvu.platform.webkit.papers.PaperTable.Column;
import vn.hocvu.platform.webkit.papers.PaperTable.Row;
import vn.hocvu.platform.webkit.papers.Part;

/** An amendment on paper: the note that proposes it, and the decision that makes it. */
@Component
class AmendmentPaper {
    private final PaperWords paper;
    private final Words words;

    AmendmentPaper(PaperWords paper, Words words) {
        this.paper = paper;
        this.words = words;
    }

    /** The note to those who have to agree. */
    Paper proposal(AmendmentLine line) {
        var asked = line.row().asked();
        var issued = asked.document().type() == DocumentType.PROPOSAL ? asked.document() : null;
        var issuer = paper.issuer(paper.school(), issued);
        var to = asked.steps().stream().map(this::body).collect(Collectors.joining(", "));
        var parts = new ArrayList<Part>();
        parts.add(Part.text(paper.text("amendment.to", to)));
        if (issued == null) {
            parts.add(Part.ground(paper.text("amendment.ground.document", line.document())));
        }
        parts.add(Part.text(paper.text("amendment.ask", issuer.name(), item(line), kind(line))));
        parts.add(Part.table(table(line, ".asked")));
        parts.add(Part.text(paper.text("amendment.reason", line.reason())));
        parts.add(Part.text(paper.text("amendment.from", words.date(asked.effectiveOn()))));
        parts.add(Part.text(paper.text("amendment.please", to)));
        var recipients = List.of(paper.text("asAbove"), paper.text("archive"));
        return paper("proposal", line, issuer, issued, parts, recipients);
    }

    /** The decision, with its number once there is one. */
    Paper decision(AmendmentLine line, PlanRow plan) {
        var issued = line.row().document();
        var last = line.row().asked().steps().getLast();
        var issuer = paper.issuer(last == AmendmentStep.CITY ? paper.cityBoard() : paper.school(), issued);
        var allocation = words.document(plan.allocation());
        var school = paper.school().name();
        var parts = List.of(
                Part.ground(
                        allocation == null
                                ? paper.text("amendment.ground.plan", Integer.toString(line.year()))
                                : paper.text("amendment.ground.planned", allocation)),
                Part.ground(paper.text("amendment.ground.asked", line.document())),
                Part.authority(paper.text("decision.line")),
                Part.article(
                        paper.text("article", "1"),
                        paper.text("amendment.decide", Integer.toString(line.year()), item(line), kind(line))),
                Part.table(table(line, "")),
                Part.text(paper.text("amendment.reason", line.reason())),
                Part.article(paper.text("article", "2"), paper.text("amendment.valid", words.date(line.effectiveOn()))),
                Part.article(paper.text("article", "3"), paper.text("amendment.carry", school)));
        var recipients = List.of(paper.text("asArticle", "3"), paper.text("recipient", school), paper.text("archive"));
        return paper("decision", line, issuer, issued, parts, recipients);
    }

    private Paper paper(
            String kind,
            AmendmentLine line,
            PaperWords.Issuer issuer,
            @Nullable DocumentRef issued,
            List<Part> parts,
            List<String> recipients) {
        return new Paper(
                issuer.superior(),
                issuer.name(),
                paper.number(kind, issued),
                paper.placeAndDate(issued),
                paper.text(kind),
                paper.text("amendment.about", Integer.toString(line.year())),
                parts,
                List.of(issuer.office()),
                recipients,
                List.of(),
                paper.trace(line.amendmentId(), line.row().version()));
    }

    /** Before and after, field by field, and what that does to the sums of the plan. */
    private PaperTable table(AmendmentLine line, String when) {
        var rows = new ArrayList<Row>();
        for (var change : line.changes()) {
            rows.add(Row.of(List.of(change.label(), said(change.before()), said(change.after()))));
        }
        rows.add(Row.sum(
                2,
                List.of(
                        paper.text("amendment.effect"),
                        paper.text(
                                "amendment.effect.value",
                                words.signed(line.classes()),
                                words.signed(line.learners())))));
        return new PaperTable(
                List.of(
                        Column.text(paper.text("amendment.column.field"), 2),
                        Column.text(paper.text("amendment.column.before" + when), 3),
                        Column.text(paper.text("amendment.column.after" + when), 3)),
                rows);
    }

    private String body(AmendmentStep step) {
        return words.code("amendmentStep", step);
    }

    private String kind(AmendmentLine line) {
        return words.code("amendmentKind", line.kind()).toLowerCase(Locale.ROOT);
    }

    private String item(AmendmentLine line) {
        return line.itemId() == null ? paper.text("amendment.newItem") : paper.text("amendment.item", line.itemId());
    }

    private static String said(@Nullable String value) {
        return value == null ? "–" : value;
    }
}
