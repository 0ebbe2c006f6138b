package vn.hocvu.platform.webkit.bell;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Toasts;

/** What waits for the person signed in and what the person may want to know; everybody has a bell of the own. */
@Controller
@Allowed(Allowed.SIGNED_IN)
final class NoticePages {
    private final CurrentActor actor;
    private final Bell bell;
    private final LiveBells live;
    private final Toasts toasts;

    NoticePages(CurrentActor actor, Bell bell, LiveBells live, Toasts toasts) {
        this.actor = actor;
        this.bell = bell;
        this.live = live;
        this.toasts = toasts;
    }

    @GetMapping("/tasks")
    String tasks(Model model) {
        model.addAttribute("tasks", bell.tasks(actor.get()));
        return "kit/tasks";
    }

    @GetMapping("/notices")
    String notices(Model model) {
        var lines = bell.notices(actor.get());
        model.addAttribute("notices", lines);
        model.addAttribute("unread", lines.stream().anyMatch(Bell.Line::unread));
        return "kit/notices";
    }

    @PostMapping("/notices/read")
    String read() {
        bell.readAll(actor.get());
        toasts.done("notices.read");
        return "redirect:/notices";
    }

    @GetMapping(path = "/notices/stream", produces = "text/event-stream")
    SseEmitter stream(HttpSession session) {
        return live.open(actor.get(), () -> lasts(session));
    }

    private static boolean lasts(HttpSession session) {
        try {
            return session.getLastAccessedTime() > 0;
        } catch (IllegalStateException over) {
            return false;
        }
    }
}
