package vn.hocvu.planning.web;

import java.util.function.Supplier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.papers.Paper;
import vn.hocvu.platform.webkit.papers.Printer;

/** Papers of plans and amendments, to be read as PDF or to be edited and signed as Word documents. */
@Controller
@Allowed({
    Readers.PLANNING_OFFICER,
    Readers.SCHOOL_BOARD,
    Readers.CITY_ORG_BOARD,
    Readers.ADMISSIONS_OFFICER,
    Readers.AUDITOR
})
class PaperPages {
    private final PlanScope scope;
    private final AmendmentLines amendments;
    private final PlanDecisionPaper plans;
    private final AmendmentPaper amending;
    private final Printer printer;

    PaperPages(
            PlanScope scope,
            AmendmentLines amendments,
            PlanDecisionPaper plans,
            AmendmentPaper amending,
            Printer printer) {
        this.scope = scope;
        this.amendments = amendments;
        this.plans = plans;
        this.amending = amending;
        this.printer = printer;
    }

    /**
     * @param format {@code docx}, otherwise PDF
     */
    @GetMapping("/plans/{year}/decision")
    @Allowed({
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.CITY_PROPAGANDA_BOARD,
        Readers.DISTRICT_COMMITTEE,
        Readers.ADMISSIONS_OFFICER,
        Readers.AUDITOR
    })
    ResponseEntity<byte[]> decision(@PathVariable int year, @RequestParam(defaultValue = "pdf") String format) {
        var plan = scope.plan(year);
        return file("quyet-dinh-giao-ke-hoach-" + year, format, () -> plans.of(plan));
    }

    @GetMapping("/amendments/{amendmentId}/proposal")
    ResponseEntity<byte[]> proposal(
            @PathVariable String amendmentId, @RequestParam(defaultValue = "pdf") String format) {
        var row = amendments.row(amendmentId);
        return file("to-trinh-dieu-chinh-" + row.amendmentId(), format, () -> amending.proposal(amendments.line(row)));
    }

    @GetMapping("/amendments/{amendmentId}/decision")
    ResponseEntity<byte[]> amendment(
            @PathVariable String amendmentId, @RequestParam(defaultValue = "pdf") String format) {
        var row = amendments.row(amendmentId);
        if (!row.open() && row.document() == null) {
            throw new NotFound("decision on amendment " + amendmentId);
        }
        return file(
                "quyet-dinh-dieu-chinh-" + row.amendmentId(),
                format,
                () -> amending.decision(
                        amendments.line(row),
                        scope.plan(row.asked().planId().year().number())));
    }

    private ResponseEntity<byte[]> file(String name, String format, Supplier<Paper> paper) {
        boolean docx = format.equals("docx");
        var printed = PaperWords.inVietnamese(paper);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + (docx ? ".docx" : ".pdf"))
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, docx ? Printer.DOCX : Printer.PDF)
                .body(docx ? printer.docx(printed) : printer.pdf(printed));
    }
}
