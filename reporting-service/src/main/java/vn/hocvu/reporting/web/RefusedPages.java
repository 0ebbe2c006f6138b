package vn.hocvu.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;

/** Refused attempts of all services, for those who inspect. */
@Controller
@Allowed(Readers.AUDITOR)
class RefusedPages {
    private static final TableShape ATTEMPTS = TableShape.sortedBy().filteredBy("service", "actor");
    private static final int WIDE = 40;

    private final RefusedAttempts refused;
    private final Columns columns;
    private final Exports exports;
    private final Words words;

    RefusedPages(RefusedAttempts refused, Columns columns, Exports exports, Words words) {
        this.refused = refused;
        this.columns = columns;
        this.exports = exports;
        this.words = words;
    }

    @GetMapping(path = "/audit/refused", params = "!format")
    String list(HttpServletRequest request, Model model) {
        var query = TableQuery.from(request, ATTEMPTS);
        var heard = refused.of(query);
        model.addAttribute("rows", query.slice(heard.attempts()));
        model.addAttribute("table", query.of(heard.attempts().size()));
        model.addAttribute("services", RefusedAttempts.SERVICES);
        model.addAttribute(
                "away",
                heard.away().stream()
                        .map(service -> words.text("refused.away", words.code("service", service)))
                        .toList());
        return "audit/refused";
    }

    /** Everything that could be heard and matches, as a file; it says which services did not answer. */
    @GetMapping(path = "/audit/refused", params = "format")
    ResponseEntity<byte[]> file(@RequestParam String format, HttpServletRequest request) {
        var query = TableQuery.from(request, ATTEMPTS);
        var heard = refused.of(query);
        var asked = new java.util.ArrayList<>(heard.away().stream()
                .map(service -> words.text("refused.away", words.code("service", service)))
                .toList());
        query.filters()
                .forEach((field, values) -> asked.add(words.text("audit." + field) + " " + String.join(", ", values)));
        var sheet = exports.sheet(
                words.text("refused.title"),
                asked.isEmpty() ? words.text("scope.all") : String.join("; ", asked),
                List.of(
                        columns.date("refused.at"),
                        columns.text("audit.service"),
                        columns.text("audit.actor"),
                        columns.text("refused.roles").wide(WIDE),
                        columns.text("refused.attempt").wide(WIDE),
                        columns.text("refused.target").wide(WIDE),
                        columns.text("refused.needed").wide(WIDE)),
                heard.attempts().stream()
                        .map(one -> Columns.row(
                                one.at(),
                                words.code("service", one.service()),
                                one.actor(),
                                one.roles(),
                                one.attempt(),
                                one.target(),
                                one.needed()))
                        .toList());
        return exports.answer("lan-bi-tu-choi", format, List.of(sheet));
    }
}
