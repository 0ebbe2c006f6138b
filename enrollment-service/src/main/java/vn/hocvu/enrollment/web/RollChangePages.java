package vn.hocvu.enrollment.web;

import static vn.hocvu.enrollment.web.Roles.*;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.IntakeCommand;
import vn.hocvu.enrollment.classintake.IntakeCommand.DeferLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.ExpelLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.RecordDeath;
import vn.hocvu.enrollment.classintake.IntakeCommand.WithdrawLearner;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.classintake.LeavingReason;
import vn.hocvu.enrollment.classintake.Reason;
import vn.hocvu.enrollment.views.history.Histories;
import vn.hocvu.enrollment.views.history.HistoryRow;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.intakes.Intakes;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Fields;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Requests;
import vn.hocvu.platform.webkit.Toasts;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;

/** Who joined and left which class, and the form for leaving one. */
@Controller
@Allowed({
    ADMISSIONS_OFFICER,
    ADMISSIONS_BOARD,
    PLANNING_OFFICER,
    SCHOOL_BOARD,
    CENTER_ADMIN,
    DISTRICT_COMMITTEE,
    SENDING_AGENCY,
    AUDITOR
})
class RollChangePages {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final TableShape SHAPE = TableShape.sortedBy("effectiveOn", "recorded", "kind")
            .filteredBy("kind", "classId")
            .firstBy("recorded,desc");
    static final List<String> KINDS = List.of(
            "LearnerEnrolled",
            "LearnerWaitlisted",
            "WaitlistPromoted",
            "WaitlistLeft",
            "LearnerWithdrawn",
            "LearnerExpelled",
            "LearnerDeferred",
            "LearnerDeceased",
            "LearnerTransferredOut",
            "EnrollmentCompleted",
            "LearnerReleased");

    private final Histories histories;
    private final Intakes intakes;
    private final Scope scope;
    private final Rolls rolls;
    private final Timelines timelines;
    private final Commands commands;
    private final Requests requests;
    private final Transfers transfers;
    private final WebOrders orders;
    private final Views views;
    private final Formats formats;
    private final Toasts toasts;

    RollChangePages(
            Histories histories,
            Intakes intakes,
            Scope scope,
            Rolls rolls,
            Timelines timelines,
            Commands commands,
            Requests requests,
            Transfers transfers,
            WebOrders orders,
            Views views,
            Formats formats,
            Toasts toasts) {
        this.histories = histories;
        this.intakes = intakes;
        this.scope = scope;
        this.rolls = rolls;
        this.timelines = timelines;
        this.commands = commands;
        this.requests = requests;
        this.transfers = transfers;
        this.orders = orders;
        this.views = views;
        this.formats = formats;
        this.toasts = toasts;
    }

    @GetMapping("/roll-changes")
    String list(HttpServletRequest request, Model model) {
        var query = TableQuery.from(request, SHAPE);
        var within = new LinkedHashMap<String, Object>();
        within.put("rollChange", true);
        if (scope.ownNomineesOnly()) {
            within.put("nominatingOrgId", scope.own());
        }
        var page = Tables.page(query, within);
        if (scope.centre()) {
            page = Tables.in(page, "classId", classesOfOwnVenue(query));
        }
        var found = histories.page(page);
        var classes = intakes.find(found.rows().stream()
                .map(HistoryRow::classId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var names = rolls.names(
                found.rows().stream()
                        .map(HistoryRow::learnerId)
                        .filter(Objects::nonNull)
                        .toList(),
                "roll changes");
        model.addAttribute(
                "rows",
                found.rows().stream()
                        .map(row -> {
                            var person = names.get(row.learnerId());
                            return line(row, classes, person == null ? null : person.fullName());
                        })
                        .toList());
        model.addAttribute("table", query.of(found.total()));
        model.addAttribute("kinds", KINDS);
        return "rolls/changes";
    }

    @Allowed(ADMISSIONS_OFFICER)
    @GetMapping("/intakes/{classId}/learners/{learnerId}/leaving")
    String form(@PathVariable String classId, @PathVariable String learnerId, Model model) {
        var intake = scope.require(classId);
        var person = rolls.names(List.of(learnerId), "leaving form").get(learnerId);
        model.addAttribute("intake", intake);
        model.addAttribute("learnerId", learnerId);
        model.addAttribute("label", person == null ? Timelines.shortened(learnerId) : person.fullName());
        model.addAttribute("today", formats.today());
        model.addAttribute("ways", Way.values());
        model.addAttribute("reasons", LeavingReason.values());
        model.addAttribute("targets", targets(intake));
        return "rolls/leaving";
    }

    @Allowed(ADMISSIONS_OFFICER)
    @PostMapping("/intakes/{classId}/learners/{learnerId}/leaving")
    String leave(@PathVariable String classId, @PathVariable String learnerId) {
        var intake = scope.require(classId);
        var typed = requests.fields();
        var way = typed.requiredChoice("way", Way.class);
        var on = Papers.effectiveOn(typed, formats.today());
        var outcome = way == Way.TRANSFER
                ? transfer(intake, new LearnerId(learnerId), typed, on)
                : order(command(way, new ClassId(classId), new LearnerId(learnerId), typed, on), typed);
        views.await(String.valueOf(outcome.aggregateId()), outcome.version(), PATIENCE);
        toasts.done("leaving.done." + way.name());
        return "redirect:/intakes/" + classId;
    }

    private Outcome transfer(IntakeRow from, LearnerId learner, Fields typed, LocalDate on) {
        var to = typed.required("toClassId");
        var document = Papers.required(typed, "document");
        typed.check();
        scope.require(to);
        return transfers.transfer(from, learner, new ClassId(to), document, on, orders::order);
    }

    private Outcome order(IntakeCommand command, Fields typed) {
        typed.check();
        return commands.send(requests.order(command));
    }

    private static IntakeCommand command(Way way, ClassId classId, LearnerId learner, Fields typed, LocalDate on) {
        return switch (way) {
            case WITHDRAW ->
                new WithdrawLearner(classId, learner, reason(typed), Papers.required(typed, "document"), on);
            case EXPEL -> new ExpelLearner(classId, learner, Papers.required(typed, "document"), on);
            case DEFER -> {
                var until = typed.requiredDate("until");
                yield new DeferLearner(classId, learner, until, reason(typed), Papers.required(typed, "document"), on);
            }
            case DEATH -> new RecordDeath(classId, learner, on);
            case TRANSFER -> throw new IllegalArgumentException("a transfer is ordered of the class that takes over");
        };
    }

    private static Reason reason(Fields typed) {
        return new Reason(typed.requiredChoice("reasonCode", LeavingReason.class), typed.text("reasonText"));
    }

    private Map<String, String> targets(IntakeRow from) {
        var choices = new LinkedHashMap<String, String>();
        intakes.takingLearners().stream()
                .filter(row ->
                        row.classType() == from.classType() && !row.classId().equals(from.classId()))
                .filter(row -> row.free() > 0)
                .forEach(row -> choices.put(row.classId(), row.label()));
        return choices;
    }

    private List<String> classesOfOwnVenue(TableQuery query) {
        var wished = query.filter("classId");
        return intakes.atVenuesOf(scope.own()).stream()
                .map(IntakeRow::classId)
                .filter(id -> wished.isEmpty() || wished.equals(id))
                .toList();
    }

    private Line line(HistoryRow row, Map<String, IntakeRow> classes, @Nullable String name) {
        var intake = row.classId() == null ? null : classes.get(row.classId());
        return new Line(
                row,
                timelines.sentence(row),
                name == null ? Timelines.shortened(row.learnerId()) : name,
                intake == null ? Timelines.shortened(row.classId()) : intake.label(),
                timelines.reason(row),
                timelines.paper(row.document()));
    }

    /** One change as the list shows it. */
    record Line(
            HistoryRow row,
            String sentence,
            String label,
            String classLabel,
            @Nullable String reason,
            @Nullable String paper) {}

    /** The ways to leave a class. */
    enum Way {
        WITHDRAW,
        EXPEL,
        DEFER,
        TRANSFER,
        DEATH
    }
}
