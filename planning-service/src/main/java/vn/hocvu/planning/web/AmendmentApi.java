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
import vn.hocvu.planning.trainingplan.AmendmentId;
import vn.hocvu.planning.trainingplan.PlanCommand;
import vn.hocvu.planning.trainingplan.PlanCommand.ApproveAmendment;
import vn.hocvu.planning.trainingplan.PlanCommand.ProposeAmendment;
import vn.hocvu.planning.trainingplan.PlanCommand.RejectAmendment;
import vn.hocvu.planning.trainingplan.PlanCommand.WithdrawAmendment;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.views.amendments.AmendmentRow;
import vn.hocvu.planning.views.amendments.Amendments;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.Requests;

/** Amendments of an allocated plan for programs. */
@RestController
@RequestMapping("/api/v1/plans/{year}/amendments")
@Tag(name = "amendments", description = "Changes of an allocated plan: proposal, decision in one or two steps")
class AmendmentApi {
    private final PlanOrders orders;
    private final Amendments amendments;
    private final AmendmentLines lines;
    private final ItemTerms terms;

    AmendmentApi(PlanOrders orders, Amendments amendments, AmendmentLines lines, ItemTerms terms) {
        this.orders = orders;
        this.amendments = amendments;
        this.lines = lines;
        this.terms = terms;
    }

    @GetMapping
    @Operation(summary = "Amendments of the year's plan, the latest first")
    @Allowed({
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.ADMISSIONS_OFFICER,
        Readers.AUDITOR
    })
    List<PlanAnswers.Amendment> list(@PathVariable int year) {
        return amendments.all().stream()
                .filter(row -> row.planId().equals(plan(year).value()))
                .map(this::answer)
                .toList();
    }

    @GetMapping("/{amendmentId}")
    @Operation(summary = "One amendment with its decision")
    @Allowed({
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.ADMISSIONS_OFFICER,
        Readers.AUDITOR
    })
    PlanAnswers.Amendment one(@PathVariable int year, @PathVariable String amendmentId) {
        return answer(lines.row(id(year, amendmentId).value()));
    }

    @PostMapping
    @Operation(summary = "Asks for a change of the allocated plan and answers its number")
    @Allowed({Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
    ResponseEntity<PlanAnswers.NewAmendment> propose(
            @PathVariable int year, @RequestBody @Valid PlanBodies.Amendment body) {
        var outcome = orders.send(new ProposeAmendment(
                plan(year),
                body.kind(),
                body.itemId() == null ? null : PlanItemApi.item(year, body.itemId()),
                body.before() == null ? null : terms.of(body.before()),
                body.after() == null ? null : terms.of(body.after()),
                body.reasonCode(),
                body.reasonText(),
                PlanBodies.Paper.refOf(body.document()),
                orders.effective(body.effectiveOn())));
        var amendmentId = String.valueOf(outcome.result());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + year + "/amendments/" + amendmentId))
                .eTag(Requests.etag(outcome.version()))
                .body(new PlanAnswers.NewAmendment(amendmentId));
    }

    @PostMapping("/{amendmentId}/approval")
    @Operation(summary = "Agrees to the amendment; the last step amends the plan and needs a document")
    @Allowed({Readers.SCHOOL_BOARD, Readers.CITY_ORG_BOARD})
    ResponseEntity<Void> approve(
            @PathVariable int year,
            @PathVariable String amendmentId,
            @RequestBody @Valid PlanBodies.AmendmentApproval body) {
        return done(new ApproveAmendment(
                plan(year),
                id(year, amendmentId),
                PlanBodies.Paper.refOf(body.document()),
                orders.effective(body.effectiveOn())));
    }

    @PostMapping("/{amendmentId}/rejection")
    @Operation(summary = "Rejects the amendment with a reason")
    @Allowed({Readers.SCHOOL_BOARD, Readers.CITY_ORG_BOARD})
    ResponseEntity<Void> reject(
            @PathVariable int year,
            @PathVariable String amendmentId,
            @RequestBody @Valid PlanBodies.AmendmentRejection body) {
        return done(new RejectAmendment(
                plan(year), id(year, amendmentId), body.comments().strip(), orders.effective(body.effectiveOn())));
    }

    @PostMapping("/{amendmentId}/withdrawal")
    @Operation(summary = "Takes one's own amendment back")
    @Allowed({Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
    ResponseEntity<Void> withdraw(
            @PathVariable int year, @PathVariable String amendmentId, @RequestBody @Valid PlanBodies.Withdrawal body) {
        return done(new WithdrawAmendment(plan(year), id(year, amendmentId), orders.effective(body.effectiveOn())));
    }

    private PlanAnswers.Amendment answer(AmendmentRow row) {
        return PlanAnswers.Amendment.of(row, lines.outdated(row));
    }

    private ResponseEntity<Void> done(PlanCommand command) {
        return ResponseEntity.noContent()
                .eTag(Requests.etag(orders.send(command).version()))
                .build();
    }

    private static PlanId plan(int year) {
        return PlanId.of(new PlanYear(year));
    }

    private static AmendmentId id(int year, String amendmentId) {
        if (!amendmentId.matches("[0-9]{4}-A[0-9]{2,5}") || !amendmentId.startsWith(year + "-")) {
            throw new NotFound("amendment " + amendmentId);
        }
        return new AmendmentId(amendmentId);
    }
}
