package vn.hocvu.enrollment.web;

import static vn.hocvu.enrollment.web.Roles.*;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CommandIds;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Toasts;
import vn.hocvu.platform.webkit.jobs.Job;
import vn.hocvu.platform.webkit.jobs.JobRow;
import vn.hocvu.platform.webkit.sheets.SheetRow;

/** The import of a roll in pages: template, upload, dry run row by row, confirmation, progress, result. */
@Controller
@Allowed({CENTER_ADMIN, ADMISSIONS_OFFICER})
class ImportPages {
    private static final int SHOWN = 500;

    private final RollImports imports;
    private final UploadForm uploads;
    private final Scope scope;
    private final Formats formats;
    private final Toasts toasts;

    ImportPages(RollImports imports, UploadForm uploads, Scope scope, Formats formats, Toasts toasts) {
        this.imports = imports;
        this.uploads = uploads;
        this.scope = scope;
        this.formats = formats;
        this.toasts = toasts;
    }

    @GetMapping("/intakes/roll-template")
    ResponseEntity<byte[]> template() {
        return ImportApi.sheet("danh-sach-hoc-vien.xlsx", imports.template());
    }

    @GetMapping("/intakes/{classId}/roll-imports/new")
    String form(@PathVariable String classId, Model model) {
        model.addAttribute("intake", scope.require(classId));
        model.addAttribute("today", formats.today());
        return "imports/new";
    }

    @PostMapping("/intakes/{classId}/roll-imports")
    String start(
            @PathVariable String classId,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(name = CommandIds.FIELD, required = false) @Nullable String key,
            Locale locale)
            throws IOException {
        var intake = scope.require(classId);
        var upload = uploads.read(file);
        var id = imports.start(
                intake, upload.file(), upload.document(), upload.effectiveOn(), true, scope.actor(), key, locale);
        return "redirect:/imports/" + id;
    }

    @GetMapping("/imports/{id}")
    String one(@PathVariable String id, Model model, Locale locale) {
        var job = imports.mine(id, scope.actor());
        var input = imports.input(job);
        model.addAttribute("job", job);
        model.addAttribute("intake", scope.require(input.classId()));
        model.addAttribute("confirmable", confirmable(job));
        model.addAttribute("columns", List.copyOf(imports.columnNames().keySet()));
        var rows = job.finished() ? lines(job, locale) : List.<Line>of();
        model.addAttribute("rows", rows.stream().limit(SHOWN).toList());
        model.addAttribute("more", rows.size() > SHOWN);
        return "imports/import";
    }

    @PostMapping("/imports/{id}/confirmation")
    String confirm(@PathVariable String id) {
        var job = imports.mine(id, scope.actor());
        scope.require(imports.input(job).classId());
        imports.confirm(id);
        toasts.done("import.confirmed");
        return "redirect:/imports/" + id;
    }

    @GetMapping("/imports/{id}/result")
    ResponseEntity<byte[]> result(@PathVariable String id, Locale locale) {
        return ImportApi.sheet("ket-qua-nhap.xlsx", imports.result(imports.mine(id, scope.actor()), locale));
    }

    private static boolean confirmable(Job job) {
        return job.state() == Job.State.DONE && job.phase().equals(RollImport.CHECK) && job.total() > job.errors();
    }

    /** Rows with errors first, then those with warnings, then the rest, each as it stands in the file. */
    private List<Line> lines(Job job, Locale locale) {
        var byNumber = imports.sheetRows(job).stream()
                .collect(Collectors.toMap(SheetRow::number, Function.identity(), (a, b) -> a));
        return imports.rows(job).stream()
                .sorted((a, b) -> b.status().compareTo(a.status()))
                .map(row -> {
                    var cells = byNumber.get(row.number());
                    return new Line(row, cells == null ? Map.of() : cells.cells(), imports.remarks(row, locale));
                })
                .toList();
    }

    /** One row of the file with what became of it. */
    record Line(JobRow row, Map<String, String> cells, String remarks) {}
}
