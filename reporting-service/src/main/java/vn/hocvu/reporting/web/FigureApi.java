package vn.hocvu.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Requests;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.ExplainDiscrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyId;
import vn.hocvu.reporting.publishedfigure.FigureCommand.PublishFigure;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.views.published.PublishedFigures;

/** Published figures and the register of discrepancies, for programs. */
@RestController
@RequestMapping("/api/v1")
class FigureApi {
    private final FigureOrders orders;
    private final PublishedFigures published;
    private final Questions questions;

    FigureApi(FigureOrders orders, PublishedFigures published, Questions questions) {
        this.orders = orders;
        this.published = published;
        this.questions = questions;
    }

    /** A published figure as answered. */
    record Published(
            String figureId,
            String figure,
            String measure,
            int year,
            java.util.Map<String, String> scope,
            int value,
            String effectiveAsOf,
            @Nullable String document) {}

    @GetMapping("/figures")
    @Operation(summary = "Published figures")
    @Allowed({
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.LEADERSHIP_VIEWER,
        Readers.AUDITOR
    })
    List<Published> figures() {
        return published.all().stream()
                .map(row -> new Published(
                        row.figureId(),
                        row.figure().code(),
                        row.measure().name(),
                        row.year(),
                        row.scope().parts(),
                        row.value(),
                        row.effectiveAsOf().toString(),
                        row.document().number()))
                .toList();
    }

    @PostMapping("/figures")
    @Operation(summary = "Keeps a figure as a paper states it, beside the derived one")
    @Allowed(Readers.PLANNING_OFFICER)
    ResponseEntity<Void> publish(@RequestBody @Valid FigureBodies.Publication body) {
        var order = PublishFigure.of(
                body.year(),
                FigureName.of(body.figure()),
                body.measure(),
                body.figureScope(),
                body.value(),
                body.clarity(),
                body.effectiveAsOf(),
                FigureBodies.Paper.refOf(body.document()),
                orders.effective(body.effectiveOn()));
        var outcome = orders.send(order, order.figureId().value());
        return ResponseEntity.created(URI.create("/api/v1/figures/" + order.figureId()))
                .eTag(Requests.etag(outcome.version()))
                .build();
    }

    @GetMapping("/discrepancies")
    @Operation(summary = "Where published and derived figures differ")
    @Allowed({
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.LEADERSHIP_VIEWER,
        Readers.AUDITOR
    })
    List<AnnualReport.Difference> discrepancies() {
        return published.gaps(questions.now()).stream().map(Differences::of).toList();
    }

    @PostMapping("/discrepancies/{id}/explanation")
    @Operation(summary = "Says why a published figure differs; the gap stays visible")
    @Allowed({Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
    ResponseEntity<Void> explain(@PathVariable String id, @RequestBody @Valid FigureBodies.Explanation body) {
        var outcome = orders.send(
                new ExplainDiscrepancy(
                        new DiscrepancyId(id),
                        body.explanation(),
                        FigureBodies.Paper.refOf(body.document()),
                        orders.effective(body.effectiveOn())),
                id);
        return ResponseEntity.noContent().eTag(Requests.etag(outcome.version())).build();
    }
}
