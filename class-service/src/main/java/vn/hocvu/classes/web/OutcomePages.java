package vn.hocvu.classes.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** Outcomes by spreadsheet: template, upload, and what the dry run found. */
@Controller
@Allowed({Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
class OutcomePages {
    private final ClassScope scope;
    private final OutcomeImports imports;
    private final OutcomeUploads uploads;

    OutcomePages(ClassScope scope, OutcomeImports imports, OutcomeUploads uploads) {
        this.scope = scope;
        this.imports = imports;
        this.uploads = uploads;
    }

    @GetMapping("/classes/{id}/outcomes")
    String form(@PathVariable String id, Model model) {
        var row = scope.visible(id);
        model.addAttribute("row", row);
        model.addAttribute("p", row.proposed());
        model.addAttribute("classId", id);
        model.addAttribute("imports", imports.mine(id));
        return "classes/outcomes";
    }

    @PostMapping("/classes/{id}/outcomes")
    String upload(
            @PathVariable String id, @RequestParam(name = "file", required = false) MultipartFile file, Model model) {
        if (file == null || file.isEmpty()) {
            throw InvalidInput.of("file", "error.required");
        }
        var row = scope.visible(id);
        var answer = uploads.answer(row, file);
        model.addAttribute("answer", answer);
        return form(id, model);
    }

    @GetMapping("/classes/{id}/outcomes-template")
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
}
