package vn.hocvu.enrollment.web;

import static vn.hocvu.enrollment.web.Roles.*;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.IntakeCommand.ConfirmRoll;
import vn.hocvu.enrollment.classintake.LeavingReason;
import vn.hocvu.enrollment.classintake.Phase;
import vn.hocvu.enrollment.views.history.Histories;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.intakes.Intakes;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Confirmation;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.Requests;
import vn.hocvu.platform.webkit.Toasts;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;

/** The list of intakes, and one of them: its seats, its roll by name, who waits, and what has happened. */
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
class IntakePages {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final TableShape SHAPE = TableShape.sortedBy(
                    "classCode", "roll", "seats", "free", "waitingCount", "deadline")
            .filteredBy("phase", "classType", "venueId", "year")
            .firstBy("classCode");

    private final Intakes intakes;
    private final Scope scope;
    private final Rolls rolls;
    private final Histories histories;
    private final Timelines timelines;
    private final Commands commands;
    private final Requests requests;
    private final Views views;
    private final Formats formats;
    private final Confirmation confirmation;
    private final Toasts toasts;
    private final Register register;

    IntakePages(
            Intakes intakes,
            Scope scope,
            Rolls rolls,
            Histories histories,
            Timelines timelines,
            Commands commands,
            Requests requests,
            Views views,
            Formats formats,
            Confirmation confirmation,
            Toasts toasts,
            Register register) {
        this.intakes = intakes;
        this.scope = scope;
        this.rolls = rolls;
        this.histories = histories;
        this.timelines = timelines;
        this.commands = commands;
        this.requests = requests;
        this.views = views;
        this.formats = formats;
        this.confirmation = confirmation;
        this.toasts = toasts;
        this.register = register;
    }

    @GetMapping("/intakes")
    String list(HttpServletRequest request, Model model) {
        var query = TableQuery.from(request, SHAPE);
        var found = intakes.page(Tables.page(query, scope.filter()));
        model.addAttribute("rows", found.rows());
        model.addAttribute("table", query.of(found.total()));
        model.addAttribute("phases", Phase.values());
        model.addAttribute("classTypes", ClassType.values());
        model.addAttribute("venues", register.choices(Register.VENUES));
        return "intakes/list";
    }

    @GetMapping("/intakes/{classId}")
    String one(@PathVariable String classId, Model model) {
        var intake = scope.require(classId);
        show(intake, model);
        var roll = rolls.byName(intake, "intake page");
        model.addAttribute("roll", roll);
        model.addAttribute("waiting", scope.sees(intake, null) ? waiting(intake) : List.of());
        model.addAttribute("reasons", LeavingReason.values());
        model.addAttribute(
                "canLeave",
                scope.mayChangeRoll() && takes(intake)
                        ? roll.stream().filter(line -> line.place().active()).count()
                                + intake.waiting().size()
                        : 0);
        model.addAttribute("timeline", timelines.of(histories.of(classId)));
        return "intakes/intake";
    }

    @Allowed({CENTER_ADMIN, ADMISSIONS_OFFICER})
    @PostMapping("/intakes/{classId}/roll-confirmation")
    String confirm(@PathVariable String classId, Model model) {
        var intake = scope.require(classId);
        var typed = requests.fields();
        var on = Papers.effectiveOn(typed, formats.today());
        typed.check();
        if (!confirmation.given()) {
            return confirmation.ask(
                    model,
                    "intake.confirm.title",
                    "intake.confirm.submit",
                    List.of(
                            new Confirmation.Answer("intake.class", intake.label()),
                            new Confirmation.Answer("intake.roll", formats.number(intake.roll())),
                            new Confirmation.Answer("intake.minLearners", formats.number(intake.minLearners())),
                            new Confirmation.Answer("intake.effectiveOn", formats.date(on))),
                    List.of("intake.confirm.held", "intake.confirm.told"));
        }
        var outcome = commands.send(requests.order(new ConfirmRoll(new ClassId(classId), null, on)));
        views.await(classId, outcome.version(), PATIENCE);
        toasts.done("intake.confirm.done", intake.label(), intake.roll());
        return "redirect:/intakes/" + classId;
    }

    private void show(IntakeRow intake, Model model) {
        model.addAttribute("intake", intake);
        model.addAttribute("today", formats.today());
        model.addAttribute("daysLeft", daysLeft(intake));
        model.addAttribute("byOrg", byOrg(intake));
        model.addAttribute("mayGiveSeats", scope.mayGiveSeats());
        model.addAttribute("mayChangeRoll", scope.mayChangeRoll());
        model.addAttribute("open", intake.phase() == Phase.OPEN);
        model.addAttribute("takes", takes(intake));
    }

    private static boolean takes(IntakeRow intake) {
        return intake.phase() == Phase.OPEN || intake.phase() == Phase.RUNNING;
    }

    /** Days until the deadline, 0 on the day itself; less than 0 once it is over or nobody recruits. */
    private long daysLeft(IntakeRow intake) {
        return intake.phase() != Phase.OPEN || intake.deadline() == null
                ? -1
                : ChronoUnit.DAYS.between(formats.today(), intake.deadline());
    }

    private Map<String, Integer> byOrg(IntakeRow intake) {
        var named = new LinkedHashMap<String, Integer>();
        intake.byOrg()
                .forEach((org, count) -> named.merge(register.name(Register.ORGANIZATIONS, org), count, Integer::sum));
        return named;
    }

    private List<Waiter> waiting(IntakeRow intake) {
        var names = rolls.names(intake.waiting(), "waiting list");
        return intake.waiting().stream()
                .map(id -> {
                    var person = names.get(id);
                    var label = person == null ? Timelines.shortened(id) : person.fullName();
                    return new Waiter(
                            intake.waiting().indexOf(id) + 1,
                            id,
                            Objects.requireNonNull(label),
                            RollPicks.ofWait(intake, id).value());
                })
                .toList();
    }

    /**
     * One who waits.
     *
     * @param pick value of the check-box
     */
    record Waiter(int position, String learnerId, String label, String pick) {}
}
