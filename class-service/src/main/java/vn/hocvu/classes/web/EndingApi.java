package vn.hocvu.classes.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.hocvu.classes.trainingclass.*;
import vn.hocvu.classes.trainingclass.ClassCommand.*;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** How one class ends, for programs. */
@RestController
@RequestMapping("/api/v1/classes/{id}")
@Allowed(Readers.SCHOOL_BOARD)
class EndingApi {
    private final ClassOrders orders;
    private final Endings endings;
    private final OutcomeImports imports;
    private final OutcomeUploads uploads;
    private final ClassScope scope;

    EndingApi(ClassOrders orders, Endings endings, OutcomeImports imports, OutcomeUploads uploads, ClassScope scope) {
        this.orders = orders;
        this.endings = endings;
        this.imports = imports;
        this.uploads = uploads;
        this.scope = scope;
    }

    /**
     * @param outcomesJobId a dry run without errors
     * @param outcomes      or the outcomes themselves
     */
    record Ended(
            @Nullable Paper decision,
            @Nullable LocalDate closingCeremonyOn,
            @Nullable String outcomesJobId,
            @Nullable List<LearnerOutcome> outcomes,
            @Nullable LocalDate effectiveOn) {}

    record Cancelled(
            @Nullable ReasonCode reasonCode,
            @Nullable String reasonText,
            @Nullable Boolean quotaReturned,
            @Nullable Paper document,
            @Nullable LocalDate effectiveOn) {}

    record Terminated(
            @Nullable ReasonCode reasonCode,
            @Nullable String reasonText,
            @Nullable Paper document,
            @Nullable LocalDate effectiveOn) {}

    @GetMapping("/outcomes-template")
    @Allowed({Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
    ResponseEntity<byte[]> template(@PathVariable String id) {
        var row = scope.visible(id);
        var name = "ket-qua-" + row.proposed().classCode() + ".xlsx";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Sheets.CONTENT_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(imports.template(row));
    }

    @PostMapping(path = "/outcomes", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed({Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
    OutcomeUploads.Answer upload(@PathVariable String id, @RequestParam("file") MultipartFile file) {
        return uploads.answer(scope.visible(id), file);
    }

    @PostMapping("/graduation")
    ResponseEntity<Void> graduate(@PathVariable String id, @RequestBody Ended body) {
        return orders.answer(new GraduateClass(
                new ClassId(id),
                Paper.required(body.decision(), "decision"),
                body.closingCeremonyOn(),
                outcomes(id, body),
                orders.effective(body.effectiveOn())));
    }

    @PostMapping("/closure")
    ResponseEntity<Void> close(@PathVariable String id, @RequestBody Ended body) {
        return orders.answer(new CloseClass(
                new ClassId(id),
                Paper.required(body.decision(), "decision"),
                outcomes(id, body),
                orders.effective(body.effectiveOn())));
    }

    @PostMapping("/cancellation")
    ResponseEntity<Void> cancel(@PathVariable String id, @RequestBody Cancelled body) {
        return orders.answer(new CancelClass(
                new ClassId(id),
                new Reason(Given.required(body.reasonCode(), "reasonCode"), body.reasonText()),
                Given.required(body.quotaReturned(), "quotaReturned"),
                endings.enrolled(id),
                Paper.required(body.document(), "document"),
                orders.effective(body.effectiveOn())));
    }

    @PostMapping("/termination")
    ResponseEntity<Void> terminate(@PathVariable String id, @RequestBody Terminated body) {
        return orders.answer(new TerminateClass(
                new ClassId(id),
                new Reason(Given.required(body.reasonCode(), "reasonCode"), body.reasonText()),
                endings.enrolled(id),
                Paper.required(body.document(), "document"),
                orders.effective(body.effectiveOn())));
    }

    private List<LearnerOutcome> outcomes(String id, Ended body) {
        return body.outcomesJobId() == null
                ? Given.required(body.outcomes(), "outcomes")
                : imports.outcomes(body.outcomesJobId(), id);
    }
}
