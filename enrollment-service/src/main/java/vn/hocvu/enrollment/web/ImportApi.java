package vn.hocvu.enrollment.web;

import static vn.hocvu.enrollment.web.Roles.*;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CommandIds;
import vn.hocvu.platform.webkit.FieldError;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.jobs.Job;
import vn.hocvu.platform.webkit.jobs.JobRow;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** The import of a roll for callers: template, upload, dry run, confirmation, result. */
@RestController
@RequestMapping("/api/v1")
@Allowed({CENTER_ADMIN, ADMISSIONS_OFFICER})
class ImportApi {
    private final RollImports imports;
    private final UploadForm uploads;
    private final Scope scope;

    ImportApi(RollImports imports, UploadForm uploads, Scope scope) {
        this.imports = imports;
        this.uploads = uploads;
        this.scope = scope;
    }

    @GetMapping("/intakes/roll-template")
    ResponseEntity<byte[]> template() {
        return sheet("danh-sach-hoc-vien.xlsx", imports.template());
    }

    @PostMapping("/intakes/{classId}/roll-imports")
    ResponseEntity<ImportJson> start(
            @PathVariable String classId,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        var intake = scope.require(classId);
        var upload = uploads.read(file);
        var key = request.getHeader(CommandIds.HEADER);
        var id = imports.start(
                intake,
                upload.file(),
                upload.document(),
                upload.effectiveOn(),
                dryRun,
                scope.actor(),
                key == null ? null : classId + '/' + key,
                locale);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + id))
                .body(shown(imports.mine(id, scope.actor()), locale));
    }

    @GetMapping("/imports/{id}")
    ImportJson one(@PathVariable String id, Locale locale) {
        return shown(imports.mine(id, scope.actor()), locale);
    }

    /** Imports the good rows; with {@code onlyGood: false} only if every row is good. */
    @PostMapping("/imports/{id}/confirmation")
    ResponseEntity<ImportJson> confirm(
            @PathVariable String id, @RequestBody(required = false) @Nullable ConfirmBody body, Locale locale) {
        var job = imports.mine(id, scope.actor());
        scope.require(imports.input(job).classId());
        if (body != null && Boolean.FALSE.equals(body.onlyGood()) && job.errors() > 0) {
            throw new InvalidInput(List.of(FieldError.of("onlyGood", "import.hasErrors", job.errors())));
        }
        imports.confirm(id);
        return ResponseEntity.accepted().body(shown(imports.mine(id, scope.actor()), locale));
    }

    @GetMapping("/imports/{id}/result")
    ResponseEntity<byte[]> result(@PathVariable String id, Locale locale) {
        var job = imports.mine(id, scope.actor());
        return sheet("ket-qua-nhap.xlsx", imports.result(job, locale));
    }

    static ResponseEntity<byte[]> sheet(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Sheets.CONTENT_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private ImportJson shown(Job job, Locale locale) {
        var rows = imports.rows(job).stream()
                .map(row -> new RowJson(
                        row.number(),
                        row.status(),
                        row.messages().stream()
                                .map(m -> Map.of("column", m.column(), "key", m.messageKey()))
                                .toList(),
                        imports.remarks(row, locale),
                        row.result()))
                .toList();
        return new ImportJson(
                job.id(),
                job.state(),
                job.phase(),
                job.done(),
                job.total(),
                job.errors(),
                job.warnings(),
                imports.input(job).classId(),
                rows);
    }

    /** An import as callers see it; rows never repeat what stands in the cells. */
    record ImportJson(
            String id,
            Job.State state,
            String phase,
            int done,
            int total,
            int errors,
            int warnings,
            String classId,
            List<RowJson> rows) {}

    /** One row. */
    record RowJson(
            int row,
            JobRow.Status status,
            List<Map<String, String>> messages,
            String remarks,
            @Nullable String learnerId) {}

    /** Whether rows with errors may be left out. */
    record ConfirmBody(@Nullable Boolean onlyGood) {}
}
