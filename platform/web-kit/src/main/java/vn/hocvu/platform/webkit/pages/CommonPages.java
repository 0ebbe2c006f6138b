package vn.hocvu.platform.webkit.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Menu;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.OperationsPanel;
import vn.hocvu.platform.webkit.Toasts;
import vn.hocvu.platform.webkit.jobs.Job;
import vn.hocvu.platform.webkit.jobs.JobRow;
import vn.hocvu.platform.webkit.jobs.Jobs;

/** The pages that every service has: first page, account, files, help, operations, accessibility. */
@Controller
@Allowed(Allowed.SIGNED_IN)
final class CommonPages {
    private static final String CHECK = "CHECK";
    private static final String APPLY = "APPLY";
    private static final int SHOWN_ROWS = 200;

    private final CurrentActor actor;
    private final Menu menu;
    private final ObjectProvider<OperationsPanel> panels;
    private final ObjectProvider<Jobs> jobs;
    private final MessageSource messages;
    private final Toasts toasts;

    CommonPages(
            CurrentActor actor,
            Menu menu,
            ObjectProvider<OperationsPanel> panels,
            ObjectProvider<Jobs> jobs,
            MessageSource messages,
            Toasts toasts) {
        this.actor = actor;
        this.menu = menu;
        this.panels = panels;
        this.jobs = jobs;
        this.messages = messages;
        this.toasts = toasts;
    }

    /** The first entry of the menu that the person may open, or the tasks. */
    @GetMapping("/")
    String first() {
        return "redirect:"
                + menu.items().stream()
                        .filter(i -> i.roles().isEmpty() || actor.has(i.roles().toArray(String[]::new)))
                        .map(Menu.Item::path)
                        .findFirst()
                        .orElse("/tasks");
    }

    @GetMapping("/account")
    String account() {
        return "kit/account";
    }

    /** Asking is enough to stay. */
    @GetMapping("/account/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stay() {}

    @PostMapping("/account/shortcuts")
    String shortcuts(@RequestParam boolean on, HttpServletResponse response) {
        var cookie = new Cookie(KitPage.SHORTCUTS_COOKIE, on ? "on" : "off");
        cookie.setPath("/");
        cookie.setMaxAge(365 * 24 * 3_600);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return "redirect:/account";
    }

    @GetMapping("/help")
    String help() {
        return "kit/help";
    }

    @Allowed(Allowed.ANYONE)
    @GetMapping("/accessibility")
    String accessibility() {
        return "kit/accessibility";
    }

    @Allowed(Allowed.ANYONE)
    @GetMapping("/signed-out")
    String signedOut() {
        return "kit/signed-out";
    }

    // Long work

    @GetMapping("/files")
    String files(Model model) {
        model.addAttribute(
                "jobs", jobs.stream().flatMap(j -> j.of(actor.get()).stream()).toList());
        return "kit/files";
    }

    @GetMapping("/files/{id}")
    String file(@PathVariable String id, Model model) {
        var job = jobs().mine(id, actor.get());
        var rows = jobs().remarkable(id, job.phase(), 0, SHOWN_ROWS + 1);
        model.addAttribute("job", job);
        model.addAttribute("message", job.message() == null ? null : text(job.message(), List.of(id)));
        model.addAttribute("confirmable", job.phase().equals(CHECK) && job.state() == Job.State.DONE);
        model.addAttribute(
                "rows", rows.stream().limit(SHOWN_ROWS).map(this::line).toList());
        model.addAttribute("more", rows.size() > SHOWN_ROWS);
        return "kit/job";
    }

    @PostMapping("/files/{id}/confirmation")
    String confirm(@PathVariable String id) {
        jobs().mine(id, actor.get());
        jobs().proceed(id, APPLY);
        toasts.done("files.confirmed");
        return "redirect:/files/" + id;
    }

    @PostMapping("/files/{id}/cancellation")
    String cancel(@PathVariable String id) {
        jobs().mine(id, actor.get());
        jobs().cancel(id);
        toasts.done("files.cancelled");
        return "redirect:/files/" + id;
    }

    @GetMapping("/files/{id}/result")
    ResponseEntity<byte[]> result(@PathVariable String id) {
        jobs().mine(id, actor.get());
        var result = jobs().result(id).orElseThrow(() -> new NotFound("result of job " + id));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, result.contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(result.name(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(result.content());
    }

    /** A row as its page shows it. */
    public record Line(int number, String status, String cells, String remarks) {}

    private Line line(JobRow row) {
        var remarks = row.messages().stream()
                .map(m -> (m.column().isEmpty() ? "" : m.column() + ": ") + text(m.messageKey(), m.args()))
                .toList();
        var cells = row.cells().values().stream().filter(c -> !c.isEmpty()).toList();
        return new Line(row.number(), row.status().name(), String.join(" · ", cells), String.join("; ", remarks));
    }

    private String text(String key, List<String> args) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, args.toArray(), key, LocaleContextHolder.getLocale()), key);
    }

    private Jobs jobs() {
        var bean = jobs.getIfAvailable();
        if (bean == null) {
            throw new NotFound("job");
        }
        return bean;
    }

    // Operations

    @Allowed("SYS_ADMIN")
    @GetMapping("/operations")
    String operations(Model model) {
        model.addAttribute(
                "panels",
                panels.stream()
                        .sorted(Comparator.comparingInt(OperationsPanel::order))
                        .toList());
        return "kit/operations";
    }

    @Allowed("SYS_ADMIN")
    @PostMapping("/operations/{panel}/{action}")
    String act(
            @PathVariable String panel,
            @PathVariable String action,
            @RequestParam String key,
            @RequestParam String reason) {
        if (reason.isBlank()) {
            throw vn.hocvu.platform.webkit.InvalidInput.of("reason", "error.required");
        }
        panels.stream()
                .filter(p -> p.name().equals(panel))
                .findFirst()
                .orElseThrow(() -> new NotFound("panel " + panel))
                .act(action, key, reason.strip());
        toasts.done("operations.done");
        return "redirect:/operations";
    }
}
