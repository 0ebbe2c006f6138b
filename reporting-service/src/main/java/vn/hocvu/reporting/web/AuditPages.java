package vn.hocvu.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.viewstore.PageOf;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.TimelineEntry;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;
import vn.hocvu.reporting.messages.consumed.Topics;
import vn.hocvu.reporting.views.figures.planhistory.PlanBooks;
import vn.hocvu.reporting.views.journal.Journal;
import vn.hocvu.reporting.views.journal.JournalRow;

/** The journal for those who inspect: who did what, from when it counts, when it was recorded, and by which paper. */
@Controller
@Allowed({Readers.AUDITOR, Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
class AuditPages {
    static final TableShape FACTS = TableShape.sortedBy()
            .filteredBy(
                    "service",
                    "kind",
                    "actor",
                    "organization",
                    "effectiveYear",
                    "aggregateId",
                    "itemId",
                    "recordedFrom",
                    "recordedUntil");
    private static final int MOST = 20_000;
    private static final int WIDE = 40;
    /** Plans that the list links to, the latest ones. */
    private static final int YEARS = 3;

    private static final List<String> SERVICES = List.of("planning", "class", "enrollment", "reporting");

    private final Journal journal;
    private final Words words;
    private final Columns columns;
    private final Exports exports;
    private final JsonMapper json;
    private final PlanBooks books;

    AuditPages(Journal journal, Words words, Columns columns, Exports exports, JsonMapper json, PlanBooks books) {
        this.journal = journal;
        this.words = words;
        this.columns = columns;
        this.exports = exports;
        this.json = json;
        this.books = books;
    }

    /** One fact as a row. */
    record Line(
            String id,
            String sentence,
            String service,
            @Nullable LocalDate effectiveOn,
            java.time.@Nullable Instant recordedAt,
            @Nullable String actor,
            @Nullable String document) {}

    @GetMapping(path = "/audit", params = "!format")
    String list(HttpServletRequest request, Model model) {
        var query = TableQuery.from(request, FACTS);
        var page = page(journal, query);
        model.addAttribute("rows", page.rows().stream().map(this::line).toList());
        model.addAttribute("table", query.of(page.total()));
        model.addAttribute("services", SERVICES);
        model.addAttribute("kinds", kinds());
        model.addAttribute(
                "planYears",
                books.years().stream().limit(YEARS).map(String::valueOf).toList());
        return "audit/list";
    }

    /** Everything that matches, as a file. */
    @GetMapping(path = "/audit", params = "format")
    ResponseEntity<byte[]> file(@RequestParam String format, HttpServletRequest request) {
        var query = TableQuery.from(request, FACTS);
        var rows = journal.page(equal(query), query.in(), period(query), query.q(), 0, MOST)
                .rows();
        return exports.answer("nhat-ky", format, List.of(sheet(query, rows)));
    }

    private NewSheet sheet(TableQuery query, List<JournalRow> rows) {
        return exports.sheet(
                words.text("audit.title"),
                asked(query),
                List.of(
                        columns.text("audit.what").wide(WIDE),
                        columns.text("audit.service"),
                        columns.date("explain.effectiveOn"),
                        columns.date("explain.recordedAt"),
                        columns.text("audit.actor"),
                        columns.text("explain.document").wide(WIDE),
                        columns.text("audit.aggregate"),
                        columns.text("audit.id")),
                rows.stream()
                        .map(row -> Columns.row(
                                sentence(row),
                                words.code("service", row.service()),
                                row.effectiveOn(),
                                row.recordedAt(),
                                row.actor(),
                                row.document(),
                                row.aggregateId(),
                                row.eventId()))
                        .toList());
    }

    /** What was looked for, in words. */
    private String asked(TableQuery query) {
        var parts = new ArrayList<String>();
        if (query.q() != null) {
            parts.add("“" + query.q() + "”");
        }
        query.filters()
                .forEach((field, values) -> parts.add(words.text("audit." + field) + " " + String.join(", ", values)));
        return parts.isEmpty() ? words.text("scope.all") : String.join("; ", parts);
    }

    static PageOf<JournalRow> page(Journal journal, TableQuery query) {
        return journal.page(equal(query), query.in(), period(query), query.q(), query.page() - 1, query.size());
    }

    /** Filters by equality: the period is none. */
    private static Map<String, Object> equal(TableQuery query) {
        var equal = new LinkedHashMap<>(query.equal());
        equal.remove("recordedFrom");
        equal.remove("recordedUntil");
        return equal;
    }

    private static Journal.Period period(TableQuery query) {
        return new Journal.Period(day(query, "recordedFrom"), day(query, "recordedUntil"));
    }

    private static @Nullable LocalDate day(TableQuery query, String field) {
        var text = query.filter(field);
        var day = text.isEmpty() ? null : Formats.parseDate(text);
        if (day == null && !text.isEmpty()) {
            throw InvalidInput.of(field, "error.date");
        }
        return day;
    }

    private static List<String> kinds() {
        var kinds = new ArrayList<>(Topics.kinds());
        kinds.addAll(List.of("FigurePublished", "DiscrepancyDetected", "DiscrepancyExplained", "DiscrepancyResolved"));
        kinds.sort(null);
        return kinds;
    }

    private Line line(JournalRow row) {
        return new Line(
                row.eventId(),
                sentence(row),
                words.code("service", row.service()),
                row.effectiveOn(),
                row.recordedAt(),
                row.actor(),
                row.document());
    }

    private String sentence(JournalRow row) {
        var kind = words.known("event." + row.kind());
        return (kind == null ? row.kind() : kind) + (row.subject() == null ? "" : ": " + row.subject());
    }

    @GetMapping("/audit/{eventId}")
    String detail(@PathVariable String eventId, Model model) {
        var row = journal.find(eventId).orElseThrow(() -> new NotFound("fact " + eventId));
        model.addAttribute("row", row);
        model.addAttribute("sentence", sentence(row));
        model.addAttribute("history", "/audit?aggregateId=" + row.aggregateId());
        model.addAttribute("timeline", List.of(entry(row)));
        return "audit/detail";
    }

    private TimelineEntry entry(JournalRow row) {
        return TimelineEntry.of(row.kind(), sentence(row), row.actor(), row.recordedAt())
                .as(row.role(), row.organization())
                .effective(row.effectiveOn())
                .because(reason(row))
                .under(row.document())
                .technical(json.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(json.readTree(row.body().json())));
    }

    private @Nullable String reason(JournalRow row) {
        if (row.reasonCode() == null) {
            return row.reasonText();
        }
        var word = words.known("unfulfilledReason." + row.reasonCode());
        return (word == null ? row.reasonCode() : word) + (row.reasonText() == null ? "" : ": " + row.reasonText());
    }
}
