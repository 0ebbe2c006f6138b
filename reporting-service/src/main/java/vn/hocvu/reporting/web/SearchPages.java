package vn.hocvu.reporting.web;

import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.platform.webkit.Allowed;

/** Finds plans, items, classes and learners' codes among what the reader may see. */
@Controller
@Allowed({
    Readers.LEADERSHIP_VIEWER,
    Readers.PLANNING_OFFICER,
    Readers.SCHOOL_BOARD,
    Readers.CITY_ORG_BOARD,
    Readers.CITY_PROPAGANDA_BOARD,
    Readers.DISTRICT_COMMITTEE,
    Readers.CENTER_ADMIN,
    Readers.AUDITOR
})
class SearchPages {
    private static final int LONGEST = 100;

    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    String search(@RequestParam(required = false) @Nullable String q, Model model) {
        var text = typed(q);
        model.addAttribute("q", text);
        model.addAttribute("groups", text.isEmpty() ? List.of() : search.of(text));
        return "search/results";
    }

    private static String typed(@Nullable String q) {
        var text = q == null ? "" : Normalizer.normalize(q, Normalizer.Form.NFC).strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
