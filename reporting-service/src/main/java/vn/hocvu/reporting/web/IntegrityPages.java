package vn.hocvu.reporting.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.InvalidInput;

/** Whether the trail of each service is whole, with the keys by which an outsider can see for himself. */
@Controller
@Allowed(Readers.AUDITOR)
class IntegrityPages {
    private final Trails trails;
    private final Words words;
    private final Formats formats;

    IntegrityPages(Trails trails, Words words, Formats formats) {
        this.trails = trails;
        this.words = words;
        this.formats = formats;
    }

    /** One service as the page tells it. */
    record Line(Trails.Trail trail, String sentence) {}

    @GetMapping("/audit/integrity")
    String integrity(@RequestParam(defaultValue = "") String away, Model model) {
        var heard = trails.all();
        model.addAttribute(
                "lines",
                heard.trails().stream()
                        .map(trail -> new Line(trail, sentence(trail)))
                        .toList());
        model.addAttribute("away", heard.away().stream().map(this::away).toList());
        model.addAttribute("unanswered", Trails.SERVICES.contains(away) ? away(away) : null);
        model.addAttribute("inspections", heard.inspections());
        return "audit/integrity";
    }

    /** Lets one service verify its store; the service notes who asked. */
    @PostMapping("/audit/integrity")
    String verify(@RequestParam String service) {
        if (!Trails.SERVICES.contains(service)) {
            throw InvalidInput.of("service", "error.choice");
        }
        return trails.verify(service) ? "redirect:/audit/integrity" : "redirect:/audit/integrity?away=" + service;
    }

    private String away(String service) {
        return words.text("integrity.away", words.code("service", service));
    }

    private String sentence(Trails.Trail trail) {
        var verified = trail.verifiedAt() == null ? words.text("integrity.never") : formats.time(trail.verifiedAt());
        var signed = trail.signedAt() == null ? words.text("integrity.never") : formats.time(trail.signedAt());
        return switch (trail.state()) {
                    case "WHOLE" -> words.text("integrity.whole", trail.leaves(), verified, signed, trail.signed());
                    case "BROKEN" ->
                        words.text("integrity.broken", String.valueOf(trail.firstProblem()), verified, signed);
                    default -> words.text("integrity.unknown", trail.leaves(), signed);
                }
                + (trail.refusal() == null ? "" : " " + words.text("integrity.refusal", trail.refusal()));
    }
}
