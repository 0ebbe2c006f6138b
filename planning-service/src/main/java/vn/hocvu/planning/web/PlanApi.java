package vn.hocvu.planning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.planning.trainingplan.ConfirmedTotals;
import vn.hocvu.planning.trainingplan.PlanCommand;
import vn.hocvu.planning.trainingplan.PlanCommand.AllocatePlan;
import vn.hocvu.planning.trainingplan.PlanCommand.ApprovePlan;
import vn.hocvu.planning.trainingplan.PlanCommand.ClosePlanYear;
import vn.hocvu.planning.trainingplan.PlanCommand.DraftPlan;
import vn.hocvu.planning.trainingplan.PlanCommand.ReturnPlan;
import vn.hocvu.planning.trainingplan.PlanCommand.SubmitPlan;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Requests;

/** The year's plan for programs. */
@RestController
@RequestMapping("/api/v1/plans")
@Tag(name = "plans", description = "The annual training plan: draft, approval, allocation, close of the year")
class PlanApi {
    private final PlanOrders orders;
    private final PlanScope scope;

    PlanApi(PlanOrders orders, PlanScope scope) {
        this.orders = orders;
        this.scope = scope;
    }

    @GetMapping
    @Operation(summary = "Plans of all years, the newest first")
    @Allowed({
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.CITY_PROPAGANDA_BOARD,
        Readers.DISTRICT_COMMITTEE,
        Readers.ADMISSIONS_OFFICER,
        Readers.AUDITOR
    })
    List<PlanAnswers.Plan> list() {
        return scope.plans().stream()
                .map(plan -> PlanAnswers.Plan.of(plan, PlanSums.of(scope.items(plan))))
                .toList();
    }

    @GetMapping("/{year}")
    @Operation(summary = "The plan of a year with its items")
    @Allowed({
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.CITY_PROPAGANDA_BOARD,
        Readers.DISTRICT_COMMITTEE,
        Readers.ADMISSIONS_OFFICER,
        Readers.AUDITOR
    })
    ResponseEntity<PlanAnswers.PlanWithItems> one(@PathVariable int year) {
        var plan = scope.plan(year);
        var items = scope.items(plan);
        return ResponseEntity.ok()
                .eTag(Requests.etag(plan.version()))
                .body(new PlanAnswers.PlanWithItems(
                        PlanAnswers.Plan.of(plan, PlanSums.of(items)),
                        items.stream().map(PlanAnswers.Item::of).toList()));
    }

    @PostMapping
    @Operation(summary = "Begins the plan of a year; the classes carried in are counted, not given")
    @Allowed(Readers.PLANNING_OFFICER)
    ResponseEntity<Void> draft(@RequestBody @Valid PlanBodies.NewPlan body) {
        var command = new DraftPlan(PlanId.of(new PlanYear(body.year())), orders.effective(body.effectiveOn()));
        var outcome = orders.send(command);
        return ResponseEntity.created(URI.create("/api/v1/plans/" + body.year()))
                .eTag(Requests.etag(outcome.version()))
                .build();
    }

    @PostMapping("/{year}/submission")
    @Operation(summary = "Submits the draft to the city")
    @Allowed(Readers.PLANNING_OFFICER)
    ResponseEntity<Void> submit(@PathVariable int year, @RequestBody @Valid PlanBodies.Submission body) {
        return done(new SubmitPlan(plan(year), orders.effective(body.effectiveOn())));
    }

    @PostMapping("/{year}/return")
    @Operation(summary = "Returns the submitted plan for changes")
    @Allowed(Readers.CITY_ORG_BOARD)
    ResponseEntity<Void> giveBack(@PathVariable int year, @RequestBody @Valid PlanBodies.Return body) {
        return done(new ReturnPlan(plan(year), body.comments().strip(), orders.effective(body.effectiveOn())));
    }

    @PostMapping("/{year}/approval")
    @Operation(summary = "Approves the submitted plan under a document")
    @Allowed(Readers.CITY_ORG_BOARD)
    ResponseEntity<Void> approve(@PathVariable int year, @RequestBody @Valid PlanBodies.Approval body) {
        return done(new ApprovePlan(
                plan(year), PlanBodies.Paper.refOf(body.document()), orders.effective(body.effectiveOn())));
    }

    @PostMapping("/{year}/allocation")
    @Operation(summary = "Allocates the approved plan under a document; it cannot be taken back")
    @Allowed({Readers.CITY_ORG_BOARD, Readers.PLANNING_OFFICER})
    ResponseEntity<Void> allocate(@PathVariable int year, @RequestBody @Valid PlanBodies.AllocationOrder body) {
        var confirmed = body.totalClasses() == null || body.totalLearners() == null
                ? null
                : new ConfirmedTotals(body.totalClasses(), body.totalLearners());
        return done(new AllocatePlan(
                plan(year), PlanBodies.Paper.refOf(body.document()), confirmed, orders.effective(body.effectiveOn())));
    }

    @PostMapping("/{year}/closure")
    @Operation(summary = "Closes the year; what is carried out of it is counted, not given")
    @Allowed(Readers.SCHOOL_BOARD)
    ResponseEntity<Void> close(@PathVariable int year, @RequestBody @Valid PlanBodies.Closure body) {
        return done(new ClosePlanYear(
                plan(year), PlanBodies.Paper.refOf(body.document()), orders.effective(body.effectiveOn())));
    }

    private ResponseEntity<Void> done(PlanCommand command) {
        return ResponseEntity.noContent()
                .eTag(Requests.etag(orders.send(command).version()))
                .build();
    }

    private static PlanId plan(int year) {
        return PlanId.of(new PlanYear(year));
    }
}
