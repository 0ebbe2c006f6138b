package vn.hocvu.enrollment.web;

import static vn.hocvu.enrollment.web.Roles.ADMISSIONS_OFFICER;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.DocumentRef;
import vn.hocvu.enrollment.classintake.IntakeCommand.WithdrawLearner;
import vn.hocvu.enrollment.classintake.LeavingReason;
import vn.hocvu.enrollment.classintake.Reason;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.web.RollPicks.Chosen;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Confirmation.Answer;
import vn.hocvu.platform.webkit.Fields;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Requests;
import vn.hocvu.platform.webkit.bulk.Bulk;
import vn.hocvu.platform.webkit.bulk.Pick;

/** Several learners of one class give up their places, or their waits for one, for one reason and under one document. */
@Controller
class BulkWithdrawals {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int LONGEST_REASON = 1_000;

    private final Scope scope;
    private final RollPicks picks;
    private final Bulk bulk;
    private final Commands commands;
    private final Requests requests;
    private final Views views;
    private final Formats formats;
    private final Timelines timelines;

    BulkWithdrawals(
            Scope scope,
            RollPicks picks,
            Bulk bulk,
            Commands commands,
            Requests requests,
            Views views,
            Formats formats,
            Timelines timelines) {
        this.scope = scope;
        this.picks = picks;
        this.bulk = bulk;
        this.commands = commands;
        this.requests = requests;
        this.views = views;
        this.formats = formats;
        this.timelines = timelines;
    }

    /** Why, under which paper, and from when they leave. */
    private record Leave(Reason reason, DocumentRef document, LocalDate on) {}

    @Allowed(ADMISSIONS_OFFICER)
    @PostMapping("/intakes/{classId}/withdrawals")
    String withdraw(@PathVariable String classId, Model model) {
        var intake = scope.require(classId);
        var rows = picks.of(intake, "bulk withdrawal");
        var typed = requests.fields();
        var chosen = RollPicks.inOrder(bulk.picks(typed, rows::open));
        var leave = new Leave(
                reason(typed), Papers.required(typed, "document"), Papers.effectiveOn(typed, formats.today()));
        typed.check();
        if (!bulk.confirmed()) {
            return bulk.ask(
                    model,
                    "leaving.bulk.question",
                    "leaving.bulk.submit",
                    chosen,
                    rows::line,
                    answers(intake, leave),
                    List.of("leaving.bulk.each", "leaving.bulk.promotes"));
        }
        return withdraw(intake, chosen, rows, leave, model);
    }

    private String withdraw(IntakeRow intake, List<Pick> chosen, Chosen rows, Leave leave, Model model) {
        var last = new AtomicLong(-1);
        var page = bulk.run(
                model, "leaving.bulk.result", "/intakes/" + intake.classId(), chosen, rows::line, (pick, batch) -> {
                    var order = new WithdrawLearner(
                            new ClassId(intake.classId()),
                            rows.learner(pick),
                            leave.reason(),
                            leave.document(),
                            leave.on());
                    last.set(commands.send(batch.order(order, pick, rows.asShown(pick)))
                            .version());
                });
        views.await(intake.classId(), last.get(), PATIENCE);
        return page;
    }

    private static Reason reason(Fields typed) {
        var code = typed.requiredChoice("reasonCode", LeavingReason.class);
        var text = typed.text("reasonText");
        if (text != null && text.length() > LONGEST_REASON) {
            typed.reject("reasonText", "error.tooLong", LONGEST_REASON);
            return Reason.of(code);
        }
        var reason = new Reason(code, text);
        if (!reason.complete()) {
            typed.reject("reasonText", "error.required");
        }
        return reason;
    }

    private List<Answer> answers(IntakeRow intake, Leave leave) {
        var text = leave.reason().text();
        var reason = timelines.word("leavingReason", leave.reason().code().name());
        return List.of(
                new Answer("intake.class", intake.label()),
                new Answer("leaving.reason", text == null ? reason : reason + ": " + text),
                new Answer("rollChange.document", String.valueOf(timelines.paper(leave.document()))),
                new Answer("intake.effectiveOn", formats.date(leave.on())));
    }
}
