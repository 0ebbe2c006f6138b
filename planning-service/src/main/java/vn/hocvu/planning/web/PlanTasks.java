package vn.hocvu.planning.web;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.offplanrequest.OffPlanPhase;
import vn.hocvu.planning.trainingplan.PlanPhase;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.views.amendments.Amendments;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.planning.views.items.PlanItems;
import vn.hocvu.planning.views.offplan.OffPlanRequests;
import vn.hocvu.planning.views.plans.PlanRow;
import vn.hocvu.planning.views.plans.Plans;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.TaskSource;

/**
 * What waits for a person: plans to submit, approve or allocate, amendments to decide, years to close, and from 15 December on the items whose
 * awaited paper has not come (W19).
 */
@Component
class PlanTasks implements TaskSource {
    private final Plans plans;
    private final PlanItems items;
    private final Amendments amendments;
    private final OffPlanRequests offPlan;
    private final DistrictRolls rolls;
    private final Formats formats;
    private final PlanningSettings settings;
    private final Words words;

    PlanTasks(
            Plans plans,
            PlanItems items,
            Amendments amendments,
            OffPlanRequests offPlan,
            DistrictRolls rolls,
            Formats formats,
            PlanningSettings settings,
            Words words) {
        this.amendments = amendments;
        this.offPlan = offPlan;
        this.rolls = rolls;
        this.plans = plans;
        this.items = items;
        this.formats = formats;
        this.settings = settings;
        this.words = words;
    }

    @Override
    public List<Task> tasks(Actor actor) {
        if (Collections.disjoint(actor.roles(), List.of(Readers.deciders()))) {
            return List.of();
        }
        return Stream.of(plans.all().stream().flatMap(plan -> tasks(plan, actor)), amendments(actor), offPlan(actor))
                .flatMap(Function.identity())
                .toList();
    }

    /** The officer assesses a request; everything after that is the school board's. */
    private Stream<Task> offPlan(Actor actor) {
        return offPlan.all().stream()
                .filter(row -> !row.phase().settled())
                .filter(row -> actor.roles()
                        .contains(
                                row.phase() == OffPlanPhase.REQUESTED
                                        ? Readers.PLANNING_OFFICER
                                        : Readers.SCHOOL_BOARD))
                .map(row -> new Task(
                        words.code("task.offPlan", row.phase()),
                        words.organization(row.asked().requesterOrgId()),
                        "/off-plan/" + row.requestId(),
                        row.asked().desiredStart()));
    }

    private Stream<Task> amendments(Actor actor) {
        return amendments.open().stream()
                .filter(row -> {
                    var next = row.next();
                    return next != null && actor.roles().contains(next.role()) && !row.involves(actor.userId());
                })
                .map(row -> new Task(
                        words.text("task.amendment"),
                        words.text(
                                "task.amendment.about",
                                row.amendmentId(),
                                words.code("amendmentKind", row.asked().kind())),
                        "/amendments/" + row.amendmentId(),
                        null));
    }

    private Stream<Task> tasks(PlanRow plan, Actor actor) {
        return switch (plan.phase()) {
            case DRAFT -> one(actor, Readers.PLANNING_OFFICER, "task.submit", plan, null);
            case SUBMITTED ->
                plan.proposers().contains(actor.userId())
                        ? Stream.of()
                        : one(actor, Readers.CITY_ORG_BOARD, "task.approve", plan, null);
            case APPROVED -> one(actor, Readers.CITY_ORG_BOARD, "task.allocate", plan, null);
            case ALLOCATED ->
                Stream.of(awaited(plan, actor), crowded(plan, actor), closing(plan, actor))
                        .flatMap(Function.identity());
            case CLOSED -> Stream.of();
        };
    }

    private Stream<Task> closing(PlanRow plan, Actor actor) {
        var last = new PlanYear(plan.year()).lastDay();
        boolean settled = formats.today().isAfter(last)
                && items.of(plan.planId()).stream()
                        .allMatch(item -> item.fulfilment().settled());
        return settled ? one(actor, Readers.SCHOOL_BOARD, "task.close", plan, null) : Stream.of();
    }

    private Stream<Task> crowded(PlanRow plan, Actor actor) {
        if (!actor.roles().contains(Readers.PLANNING_OFFICER)) {
            return Stream.of();
        }
        var all = items.of(plan.planId());
        var excesses = rolls.excesses(all);
        return all.stream()
                .filter(item -> excesses.containsKey(item.itemId()))
                .map(item -> crowded(item, excesses.getOrDefault(item.itemId(), 0)));
    }

    private Task crowded(PlanItemRow item, int enrolled) {
        return new Task(
                words.text("task.excess"),
                words.text(
                        "task.excess.about",
                        item.itemId(),
                        words.number(enrolled),
                        words.number(item.promise().quota().learners())),
                DistrictRolls.amendment(item, enrolled),
                null);
    }

    private Stream<Task> awaited(PlanRow plan, Actor actor) {
        var from = LocalDate.of(plan.year(), Month.DECEMBER, settings.awaitedUntilDay());
        if (!actor.roles().contains(Readers.PLANNING_OFFICER) || formats.today().isBefore(from)) {
            return Stream.of();
        }
        return items.of(plan.planId()).stream()
                .filter(item -> item.awaiting() && !item.fulfilment().settled())
                .map(item -> awaited(plan, item));
    }

    private Task awaited(PlanRow plan, PlanItemRow item) {
        return new Task(
                words.text("task.awaited"),
                words.text(
                        "task.awaited.about",
                        item.itemId(),
                        String.valueOf(item.promise().awaits())),
                "/plans/" + plan.year() + "/items/" + item.itemId(),
                new PlanYear(plan.year()).lastDay());
    }

    private Stream<Task> one(Actor actor, String role, String key, PlanRow plan, @Nullable LocalDate due) {
        if (!actor.roles().contains(role)) {
            return Stream.of();
        }
        var link = plan.phase() == PlanPhase.ALLOCATED ? "/year-close?year=" + plan.year() : "/plans/" + plan.year();
        return Stream.of(new Task(words.text(key), words.text("plan.title", Integer.toString(plan.year())), link, due));
    }
}
