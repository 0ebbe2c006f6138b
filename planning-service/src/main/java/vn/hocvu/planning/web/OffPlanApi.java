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
import vn.hocvu.planning.offplanrequest.OffPlanCommand;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.ApproveOffPlan;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.AssessOffPlan;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.RecordConsultation;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.RejectOffPlan;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.ReportOffPlan;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.RequestOffPlanClass;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.WithdrawOffPlan;
import vn.hocvu.planning.trainingplan.OffPlanRequestId;
import vn.hocvu.planning.trainingplan.OrgId;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.planning.views.items.PlanItems;
import vn.hocvu.planning.views.offplan.OffPlanRow;
import vn.hocvu.planning.web.OffPlanBodies.*;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.Requests;

/** Requests for off-plan classes for programs. */
@RestController
@RequestMapping("/api/v1/off-plan-requests")
@Tag(name = "off-plan requests", description = "Classes the plan does not have: request, assessment, decision")
class OffPlanApi {
    private final PlanOrders orders;
    private final OffPlanOrders offPlan;
    private final OffPlanScope scope;
    private final ItemTerms terms;
    private final PlanItems items;
    private final Register register;

    OffPlanApi(
            PlanOrders orders,
            OffPlanOrders offPlan,
            OffPlanScope scope,
            ItemTerms terms,
            PlanItems items,
            Register register) {
        this.orders = orders;
        this.offPlan = offPlan;
        this.scope = scope;
        this.terms = terms;
        this.items = items;
        this.register = register;
    }

    @GetMapping
    @Operation(summary = "Requests that the caller may see, the longest waiting first")
    @Allowed({
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.CITY_PROPAGANDA_BOARD,
        Readers.DISTRICT_COMMITTEE,
        Readers.AUDITOR
    })
    List<OffPlanAnswer> list() {
        return scope.all().stream().map(this::answer).toList();
    }

    @GetMapping("/{requestId}")
    @Operation(summary = "One request with what was found and decided")
    @Allowed({
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.CITY_PROPAGANDA_BOARD,
        Readers.DISTRICT_COMMITTEE,
        Readers.AUDITOR
    })
    ResponseEntity<OffPlanAnswer> one(@PathVariable String requestId) {
        var row = scope.one(requestId);
        return ResponseEntity.ok().eTag(Requests.etag(row.version())).body(answer(row));
    }

    @PostMapping
    @Operation(summary = "Asks for a class that the plan does not have and answers the name of the request")
    @Allowed({Readers.PLANNING_OFFICER, Readers.CITY_PROPAGANDA_BOARD, Readers.DISTRICT_COMMITTEE})
    ResponseEntity<NewOffPlanRequest> request(@RequestBody @Valid OffPlanRequested body) {
        var outcome = orders.send(new RequestOffPlanClass(
                offPlan.fresh(),
                organization("requesterOrgId", body.requesterOrgId()),
                body.classType(),
                ItemTerms.category(body.classType(), body.category()),
                body.learners(),
                terms.funding(body.fundingSource(), body.fundingOrgId()),
                body.need().strip(),
                body.desiredStart(),
                orders.effective(body.effectiveOn())));
        var requestId = String.valueOf(outcome.aggregateId());
        return ResponseEntity.created(URI.create("/api/v1/off-plan-requests/" + requestId))
                .eTag(Requests.etag(outcome.version()))
                .body(new NewOffPlanRequest(requestId));
    }

    @PostMapping("/{requestId}/assessment")
    @Operation(summary = "Answers the three criteria")
    @Allowed(Readers.PLANNING_OFFICER)
    ResponseEntity<Void> assess(@PathVariable String requestId, @RequestBody @Valid OffPlanAssessment body) {
        return done(new AssessOffPlan(
                id(requestId),
                Answered.of(body.need()),
                Answered.of(body.lecturerCapacity()),
                Answered.of(body.timeSlot()),
                orders.effective(body.effectiveOn())));
    }

    @PostMapping("/{requestId}/consultation")
    @Operation(summary = "Records who was consulted and what it said")
    @Allowed(Readers.SCHOOL_BOARD)
    ResponseEntity<Void> consult(@PathVariable String requestId, @RequestBody @Valid OffPlanConsultation body) {
        return done(new RecordConsultation(
                id(requestId),
                organization("orgId", body.orgId()),
                body.heldOn(),
                body.outcome().strip(),
                PlanBodies.Paper.refOf(body.document()),
                orders.effective(body.effectiveOn())));
    }

    @PostMapping("/{requestId}/report")
    @Operation(summary = "Records the report to the organisation board")
    @Allowed(Readers.SCHOOL_BOARD)
    ResponseEntity<Void> report(@PathVariable String requestId, @RequestBody @Valid OffPlanReport body) {
        return done(new ReportOffPlan(
                id(requestId),
                organization("toOrgId", body.toOrgId()),
                PlanBodies.Paper.refOf(body.document()),
                orders.effective(body.effectiveOn())));
    }

    @PostMapping("/{requestId}/approval")
    @Operation(summary = "Approves the class; it becomes an item beside the quotas of that year's plan")
    @Allowed(Readers.SCHOOL_BOARD)
    ResponseEntity<Void> approve(@PathVariable String requestId, @RequestBody @Valid OffPlanApproval body) {
        offPlan.requireAllocated(body.year());
        return done(new ApproveOffPlan(
                id(requestId),
                new PlanYear(body.year()),
                terms.place(body.venueType(), body.venueId()),
                body.studyMode(),
                PlanBodies.Paper.refOf(body.document()),
                orders.effective(body.effectiveOn())));
    }

    @PostMapping("/{requestId}/rejection")
    @Operation(summary = "Rejects the request with a reason")
    @Allowed(Readers.SCHOOL_BOARD)
    ResponseEntity<Void> reject(@PathVariable String requestId, @RequestBody @Valid OffPlanRejection body) {
        return done(new RejectOffPlan(id(requestId), body.comments().strip(), orders.effective(body.effectiveOn())));
    }

    @PostMapping("/{requestId}/withdrawal")
    @Operation(summary = "Takes the request back")
    @Allowed({Readers.PLANNING_OFFICER, Readers.CITY_PROPAGANDA_BOARD, Readers.DISTRICT_COMMITTEE})
    ResponseEntity<Void> withdraw(@PathVariable String requestId, @RequestBody PlanBodies.@Valid Withdrawal body) {
        return done(new WithdrawOffPlan(id(requestId), orders.effective(body.effectiveOn())));
    }

    private OffPlanAnswer answer(OffPlanRow row) {
        return OffPlanAnswer.of(
                row, items.ofRequest(row.requestId()).map(PlanItemRow::itemId).orElse(null));
    }

    /** Others' requests are as unknown as none. */
    private OffPlanRequestId id(String requestId) {
        return OffPlanOrders.id(scope.one(requestId));
    }

    private OrgId organization(String field, String id) {
        if (register.find(Register.ORGANIZATIONS, id).isEmpty()) {
            throw InvalidInput.of(field, "error.choice");
        }
        return new OrgId(id);
    }

    private ResponseEntity<Void> done(OffPlanCommand command) {
        return ResponseEntity.noContent()
                .eTag(Requests.etag(orders.send(command).version()))
                .build();
    }
}
