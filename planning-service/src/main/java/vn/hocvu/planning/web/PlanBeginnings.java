package vn.hocvu.planning.web;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.hocvu.planning.trainingplan.PlanCommand.AddPlanItem;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanPhase;
import vn.hocvu.planning.trainingplan.PlanRefusal.PlanNotEditable;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.trainingplan.PlannedPeriod;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CommandIds;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Toasts;
import vn.hocvu.platform.webkit.jobs.Jobs;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** How a draft gets its first items: from a sheet, or from last year's plan as it was in force at its end. */
@Controller
@Allowed(Readers.PLANNING_OFFICER)
class PlanBeginnings {
    private final PlanScope scope;
    private final PlanOrders orders;
    private final PlanSheet sheet;
    private final Jobs jobs;
    private final CurrentActor person;
    private final Formats formats;
    private final Toasts toasts;
    private final Words words;

    PlanBeginnings(
            PlanScope scope,
            PlanOrders orders,
            PlanSheet sheet,
            Jobs jobs,
            CurrentActor person,
            Formats formats,
            Toasts toasts,
            Words words) {
        this.scope = scope;
        this.orders = orders;
        this.sheet = sheet;
        this.jobs = jobs;
        this.person = person;
        this.formats = formats;
        this.toasts = toasts;
        this.words = words;
    }

    @GetMapping("/plans/import-template")
    ResponseEntity<byte[]> template() {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("mau-ke-hoach.xlsx")
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, Sheets.CONTENT_TYPE)
                .body(sheet.template());
    }

    @GetMapping("/plans/{year}/import")
    String form(@PathVariable int year, Model model) {
        model.addAttribute("plan", scope.plan(year));
        model.addAttribute("today", formats.today());
        return "plans/import";
    }

    @PostMapping("/plans/{year}/import")
    String start(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(name = CommandIds.FIELD, required = false) @Nullable String key)
            throws IOException {
        requireDraft(year);
        var typed = orders.fields();
        var effectiveOn = orders.effective(typed);
        if (file == null || file.isEmpty()) {
            typed.reject("file", "error.required");
        }
        typed.check();
        var bytes = file == null ? new byte[0] : file.getBytes();
        sheet.read(bytes);
        var id = jobs.start(new Jobs.NewJob(
                key,
                PlanImport.KIND,
                PlanImport.CHECK,
                words.text("plan.import.title", Integer.toString(year)),
                person.get(),
                new PlanImport.Input(year, sha256(bytes), effectiveOn.toString()),
                "ke-hoach-" + year + ".xlsx",
                bytes));
        return "redirect:/files/" + id;
    }

    /** The same copy twice adds nothing: each item is copied under an id made of both plans and its number. */
    @PostMapping("/plans/{year}/copy")
    String copy(@PathVariable int year) {
        requireDraft(year);
        var typed = orders.fields();
        var effectiveOn = orders.effective(typed);
        typed.check();
        int copied = 0;
        for (var item : scope.items(scope.plan(year - 1))) {
            if (!item.offPlan() && !copy(item, year, effectiveOn)) {
                copied++;
            }
        }
        toasts.done("plan.copied", words.number(copied), Integer.toString(year - 1));
        return "redirect:/plans/" + year;
    }

    private boolean copy(PlanItemRow item, int year, LocalDate effectiveOn) {
        var terms = item.promise().with((PlannedPeriod) null);
        var order = new AddPlanItem(PlanId.of(new PlanYear(year)), terms, effectiveOn);
        return orders.once(order, "copy:" + year + ':' + item.itemId()).repeated();
    }

    private void requireDraft(int year) {
        var phase = scope.plan(year).phase();
        if (phase != PlanPhase.DRAFT) {
            throw new PlanNotEditable(phase);
        }
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
