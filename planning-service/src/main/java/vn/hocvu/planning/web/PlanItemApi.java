package vn.hocvu.planning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.planning.trainingplan.PlanCommand;
import vn.hocvu.planning.trainingplan.PlanCommand.AddPlanItem;
import vn.hocvu.planning.trainingplan.PlanCommand.ChangePlanItem;
import vn.hocvu.planning.trainingplan.PlanCommand.ClarifyQuota;
import vn.hocvu.planning.trainingplan.PlanCommand.MarkUnfulfilled;
import vn.hocvu.planning.trainingplan.PlanCommand.RecordAwaitedDocument;
import vn.hocvu.planning.trainingplan.PlanCommand.RemovePlanItem;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.Requests;

/** Plan items for programs. */
@RestController
@RequestMapping("/api/v1/plans/{year}/items")
@Tag(name = "plan items", description = "What the plan promises, item by item, and what became of it")
class PlanItemApi {
    private final PlanOrders orders;
    private final PlanScope scope;
    private final ItemTerms terms;
    private final Formats formats;

    PlanItemApi(PlanOrders orders, PlanScope scope, ItemTerms terms, Formats formats) {
        this.orders = orders;
        this.scope = scope;
        this.terms = terms;
        this.formats = formats;
    }

    @GetMapping("/{itemId}")
    @Operation(summary = "One item with its classes and what was given up")
    @Allowed({
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.CITY_PROPAGANDA_BOARD,
        Readers.DISTRICT_COMMITTEE,
        Readers.ADMISSIONS_OFFICER,
        Readers.AUDITOR
    })
    ResponseEntity<PlanAnswers.Item> one(@PathVariable int year, @PathVariable String itemId) {
        var item = scope.item(year, itemId);
        return ResponseEntity.ok()
                .eTag(Requests.etag(scope.plan(year).version()))
                .body(PlanAnswers.Item.of(item));
    }

    @PostMapping
    @Operation(summary = "Adds an item to the draft and answers its number")
    @Allowed(Readers.PLANNING_OFFICER)
    ResponseEntity<PlanAnswers.NewItem> add(@PathVariable int year, @RequestBody @Valid PlanBodies.Item body) {
        var outcome =
                orders.send(new AddPlanItem(plan(year), terms.of(body.terms()), orders.effective(body.effectiveOn())));
        var itemId = String.valueOf(outcome.result());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + year + "/items/" + itemId))
                .eTag(Requests.etag(outcome.version()))
                .body(new PlanAnswers.NewItem(itemId));
    }

    @PutMapping("/{itemId}")
    @Operation(summary = "Replaces the terms of an item of the draft")
    @Allowed(Readers.PLANNING_OFFICER)
    ResponseEntity<Void> change(
            @PathVariable int year, @PathVariable String itemId, @RequestBody @Valid PlanBodies.Item body) {
        return done(new ChangePlanItem(
                plan(year), item(year, itemId), terms.of(body.terms()), orders.effective(body.effectiveOn())));
    }

    @DeleteMapping("/{itemId}")
    @Operation(summary = "Removes an item from the draft; effective today unless a date is given")
    @Allowed(Readers.PLANNING_OFFICER)
    ResponseEntity<Void> remove(
            @PathVariable int year,
            @PathVariable String itemId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate effectiveOn) {
        var on = effectiveOn == null ? formats.today() : orders.effective(effectiveOn);
        return done(new RemovePlanItem(plan(year), item(year, itemId), on));
    }

    @PostMapping("/{itemId}/unfulfillment")
    @Operation(summary = "Gives classes of the item up, with a reason")
    @Allowed(Readers.PLANNING_OFFICER)
    ResponseEntity<Void> giveUp(
            @PathVariable int year, @PathVariable String itemId, @RequestBody @Valid PlanBodies.Unfulfillment body) {
        return done(new MarkUnfulfilled(
                plan(year),
                item(year, itemId),
                body.classes(),
                body.learners(),
                body.reasonCode(),
                body.reasonText(),
                null,
                PlanBodies.Paper.refOf(body.document()),
                orders.effective(body.effectiveOn())));
    }

    @PostMapping("/{itemId}/clarification")
    @Operation(summary = "Settles what an ambiguous number of learners means")
    @Allowed({Readers.PLANNING_OFFICER, Readers.CITY_ORG_BOARD, Readers.CITY_PROPAGANDA_BOARD})
    ResponseEntity<Void> clarify(
            @PathVariable int year, @PathVariable String itemId, @RequestBody @Valid PlanBodies.Clarification body) {
        return done(new ClarifyQuota(
                plan(year),
                item(year, itemId),
                body.learners(),
                PlanBodies.Paper.refOf(body.document()),
                orders.effective(body.effectiveOn())));
    }

    @PostMapping("/{itemId}/awaited-document")
    @Operation(summary = "Records the paper the item was waiting for")
    @Allowed({Readers.PLANNING_OFFICER, Readers.CITY_ORG_BOARD, Readers.CITY_PROPAGANDA_BOARD})
    ResponseEntity<Void> receive(
            @PathVariable int year, @PathVariable String itemId, @RequestBody @Valid PlanBodies.AwaitedPaper body) {
        return done(new RecordAwaitedDocument(
                plan(year),
                item(year, itemId),
                PlanBodies.Paper.refOf(body.document()),
                orders.effective(body.effectiveOn())));
    }

    private ResponseEntity<Void> done(PlanCommand command) {
        return ResponseEntity.noContent()
                .eTag(Requests.etag(orders.send(command).version()))
                .build();
    }

    private static PlanId plan(int year) {
        return PlanId.of(new PlanYear(year));
    }

    static PlanItemId item(int year, String itemId) {
        if (!itemId.matches("[0-9]{4}-[0-9]{2,4}") || !itemId.startsWith(year + "-")) {
            throw new NotFound("plan item " + itemId);
        }
        return new PlanItemId(itemId);
    }
}
