package vn.hocvu.enrollment.web;

import static vn.hocvu.enrollment.web.Roles.*;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.IntakeCommand;
import vn.hocvu.enrollment.classintake.IntakeCommand.DeferLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.ExpelLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.RecordDeath;
import vn.hocvu.enrollment.classintake.IntakeCommand.WithdrawLearner;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.classintake.LeavingReason;
import vn.hocvu.enrollment.classintake.Reason;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Requests;

/** Every way to leave a class, for callers. */
@RestController
@RequestMapping("/api/v1/intakes/{classId}")
@Allowed(ADMISSIONS_OFFICER)
class RollChangeApi {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Scope scope;
    private final Commands commands;
    private final Requests requests;
    private final Transfers transfers;
    private final WebOrders orders;
    private final Views views;
    private final Formats formats;

    RollChangeApi(
            Scope scope,
            Commands commands,
            Requests requests,
            Transfers transfers,
            WebOrders orders,
            Views views,
            Formats formats) {
        this.scope = scope;
        this.commands = commands;
        this.requests = requests;
        this.transfers = transfers;
        this.orders = orders;
        this.views = views;
        this.formats = formats;
    }

    @PostMapping("/withdrawals")
    ResponseEntity<Map<String, Object>> withdraw(@PathVariable String classId, @RequestBody LeaveBody body) {
        var checked = new Body();
        var learner = new LearnerId(checked.text("learnerId", body.learnerId()));
        var reason = reason(checked, body);
        var document = checked.document("document", body.document());
        var on = on(checked, body.effectiveOn());
        return order(classId, new WithdrawLearner(new ClassId(classId), learner, reason, document, on));
    }

    @PostMapping("/expulsions")
    ResponseEntity<Map<String, Object>> expel(@PathVariable String classId, @RequestBody LeaveBody body) {
        var checked = new Body();
        var learner = new LearnerId(checked.text("learnerId", body.learnerId()));
        var decision = checked.document("document", body.document());
        var on = on(checked, body.effectiveOn());
        return order(classId, new ExpelLearner(new ClassId(classId), learner, decision, on));
    }

    @PostMapping("/deferrals")
    ResponseEntity<Map<String, Object>> defer(@PathVariable String classId, @RequestBody LeaveBody body) {
        var checked = new Body();
        var learner = new LearnerId(checked.text("learnerId", body.learnerId()));
        var until = checked.date("until", body.until());
        var reason = reason(checked, body);
        var document = checked.document("document", body.document());
        var on = on(checked, body.effectiveOn());
        return order(classId, new DeferLearner(new ClassId(classId), learner, until, reason, document, on));
    }

    @PostMapping("/deaths")
    ResponseEntity<Map<String, Object>> death(@PathVariable String classId, @RequestBody LeaveBody body) {
        var checked = new Body();
        var learner = new LearnerId(checked.text("learnerId", body.learnerId()));
        var on = on(checked, body.effectiveOn());
        return order(classId, new RecordDeath(new ClassId(classId), learner, on));
    }

    @PostMapping("/transfers")
    ResponseEntity<Map<String, Object>> transfer(@PathVariable String classId, @RequestBody LeaveBody body) {
        var from = scope.require(classId);
        var checked = new Body();
        var learner = new LearnerId(checked.text("learnerId", body.learnerId()));
        var to = new ClassId(checked.text("toClassId", body.toClassId()));
        var document = checked.document("document", body.document());
        var on = on(checked, body.effectiveOn());
        scope.require(to.value());
        return answer(to.value(), transfers.transfer(from, learner, to, document, on, orders::order));
    }

    private ResponseEntity<Map<String, Object>> order(String classId, IntakeCommand command) {
        scope.require(classId);
        return answer(classId, commands.send(requests.order(command)));
    }

    private ResponseEntity<Map<String, Object>> answer(String classId, Outcome outcome) {
        views.await(classId, outcome.version(), PATIENCE);
        return ResponseEntity.ok()
                .eTag(Requests.etag(outcome.version()))
                .body(Map.of("classId", classId, "version", outcome.version()));
    }

    private LocalDate on(Body checked, @Nullable String effectiveOn) {
        var on = checked.effectiveOn(effectiveOn, formats.today());
        checked.check();
        return on;
    }

    private static Reason reason(Body checked, LeaveBody body) {
        return new Reason(checked.choice("reasonCode", body.reasonCode(), LeavingReason.class), body.reasonText());
    }

    /** Who leaves, why, under which paper, and from when. */
    record LeaveBody(
            @Nullable String learnerId,
            @Nullable String reasonCode,
            @Nullable String reasonText,
            @Nullable String until,
            @Nullable String toClassId,
            Body.@Nullable Paper document,
            @Nullable String effectiveOn) {}
}
