package vn.hocvu.planning.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hocvu.planning.trainingplan.PlanCommand.ApproveAmendment;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Confirmation.Answer;
import vn.hocvu.platform.webkit.bulk.Bulk;
import vn.hocvu.platform.webkit.bulk.Pick;

/** Several amendments approved under one document; every one is shown once more first, and each has its own outcome. */
@Controller
class BulkApprovals {
    private static final String LIST = "/approvals";

    private final AmendmentLines lines;
    private final PlanOrders orders;
    private final BulkOrders many;
    private final Bulk bulk;
    private final Words words;

    BulkApprovals(AmendmentLines lines, PlanOrders orders, BulkOrders many, Bulk bulk, Words words) {
        this.lines = lines;
        this.orders = orders;
        this.many = many;
        this.bulk = bulk;
        this.words = words;
    }

    @PostMapping("/approvals/amendments")
    @Allowed({Readers.SCHOOL_BOARD, Readers.CITY_ORG_BOARD})
    String approve(Model model) {
        var typed = orders.fields();
        var picks = bulk.picks(typed, this::mine);
        var effectiveOn = orders.effective(typed);
        var paper = Papers.required(typed);
        if (!bulk.confirmed()) {
            return bulk.ask(
                    model,
                    "approvals.bulk.question",
                    "approvals.bulk.submit",
                    picks,
                    this::line,
                    List.of(
                            new Answer("plan.document", String.valueOf(words.document(paper))),
                            new Answer("amendment.effectiveOn", words.date(effectiveOn))),
                    List.of("approvals.bulk.consequence"));
        }
        return many.run(model, "approvals.bulk.result", LIST, picks, this::line, pick -> {
            var row = lines.row(pick.key());
            return new BulkOrders.Ordered(
                    new ApproveAmendment(AmendmentOrders.planId(row), AmendmentOrders.id(row), paper, effectiveOn),
                    row.version() == pick.version());
        });
    }

    /** The amendments that the person may approve together. */
    private List<Pick> mine() {
        return lines.open().stream()
                .filter(AmendmentLine::approvable)
                .map(line -> new Pick(line.amendmentId(), line.row().version()))
                .toList();
    }

    /** "Tăng chỉ tiêu · 2021-02 · +1 lớp, +80 học viên". */
    private Bulk.Line line(Pick pick) {
        var line = lines.line(lines.row(pick.key()));
        return new Bulk.Line(
                line.amendmentId(),
                "/amendments/" + line.amendmentId(),
                words.text(
                        "amendment.summary",
                        words.code("amendmentKind", line.kind()),
                        line.itemId() == null ? "–" : line.itemId(),
                        words.signed(line.classes()),
                        words.signed(line.learners())));
    }
}
