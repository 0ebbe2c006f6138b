package vn.hocvu.planning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.PlanCommand.ApproveAmendment;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Confirmation;
import vn.hocvu.platform.webkit.Confirmation.Answer;
import vn.hocvu.platform.webkit.Fields;
import vn.hocvu.platform.webkit.pages.Failures;

/** Several amendments approved under one document; every one is shown once more first, and each has its own outcome. */
@Controller
class BulkApprovals {
    private static final int MOST = 100;

    private final AmendmentLines lines;
    private final PlanOrders orders;
    private final Confirmation confirmation;
    private final Failures failures;
    private final HttpServletRequest request;
    private final Words words;

    BulkApprovals(
            AmendmentLines lines,
            PlanOrders orders,
            Confirmation confirmation,
            Failures failures,
            HttpServletRequest request,
            Words words) {
        this.lines = lines;
        this.orders = orders;
        this.confirmation = confirmation;
        this.failures = failures;
        this.request = request;
        this.words = words;
    }

    /**
     * What became of one of them.
     *
     * @param refusal why it was not approved, absent if it was
     */
    public record Result(AmendmentLine line, @Nullable String refusal) {
        public String state() {
            return refusal == null ? "DONE" : "FAILED";
        }
    }

    @PostMapping("/approvals/amendments")
    @Allowed({Readers.SCHOOL_BOARD, Readers.CITY_ORG_BOARD})
    String approve(Model model) {
        var typed = orders.fields();
        var chosen = chosen(typed);
        var effectiveOn = orders.effective(typed);
        var paper = Papers.required(typed);
        if (!confirmation.given()) {
            return ask(model, chosen, paper);
        }
        var results = new ArrayList<Result>();
        for (var line : chosen) {
            var order = new ApproveAmendment(
                    AmendmentOrders.planId(line.row()), AmendmentOrders.id(line.row()), paper, effectiveOn);
            results.add(new Result(line, refusal(order)));
        }
        model.addAttribute("results", results);
        model.addAttribute(
                "done", results.stream().filter(r -> r.refusal() == null).count());
        return "amendments/bulk";
    }

    private List<AmendmentLine> chosen(Fields typed) {
        var ids = typed.all("amendment").stream().distinct().toList();
        if (ids.isEmpty() || ids.size() > MOST) {
            typed.reject("amendment", ids.isEmpty() ? "approvals.bulk.none" : "approvals.bulk.many", MOST);
            typed.check();
        }
        return ids.stream().map(lines::row).map(lines::line).toList();
    }

    private String ask(Model model, List<AmendmentLine> chosen, DocumentRef paper) {
        var answers = new ArrayList<Answer>();
        chosen.forEach(line -> answers.add(new Answer("approvals.bulk.one", summary(line))));
        answers.add(new Answer("plan.document", String.valueOf(words.document(paper))));
        return confirmation.ask(
                model,
                "approvals.bulk.question|" + words.number(chosen.size()),
                "approvals.bulk.submit",
                answers,
                List.of("approvals.bulk.consequence"));
    }

    /** "2021-A01 · Tăng chỉ tiêu · 2021-02 · +1 lớp, +80 học viên". */
    String summary(AmendmentLine line) {
        return words.text(
                "amendment.summary",
                line.amendmentId(),
                words.code("amendmentKind", line.kind()),
                line.itemId() == null ? "–" : line.itemId(),
                words.signed(line.classes()),
                words.signed(line.learners()));
    }

    private @Nullable String refusal(ApproveAmendment order) {
        try {
            orders.send(order, order.amendmentId().value());
            return null;
        } catch (RuntimeException refused) { // one refusal must not hide what became of the others
            var failure = failures.of(refused, request);
            return failure.detail() == null ? failure.headline() : failure.detail();
        }
    }
}
