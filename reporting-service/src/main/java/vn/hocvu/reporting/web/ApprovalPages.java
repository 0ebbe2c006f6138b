package vn.hocvu.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;
import vn.hocvu.reporting.views.journal.Journal;
import vn.hocvu.reporting.views.journal.JournalRow;

/** Who approved, allocated, agreed and rejected what, person by person. */
@Controller
@Allowed({Readers.AUDITOR, Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
class ApprovalPages {
    private static final Set<String> REFUSALS = Set.of("PlanReturned", "AmendmentRejected", "OffPlanRejected");
    private static final List<String> DECISIONS = List.of(
            "PlanApproved",
            "PlanAllocated",
            "PlanReturned",
            "AmendmentEndorsed",
            "PlanAmended",
            "AmendmentRejected",
            "OffPlanApproved",
            "OffPlanRejected");
    private static final TableShape SHAPE = TableShape.sortedBy().filteredBy("actor", "itemId");
    private static final int MOST = 20_000;
    private static final int WIDE = 40;

    private final Journal journal;
    private final Words words;
    private final Columns columns;
    private final Exports exports;

    ApprovalPages(Journal journal, Words words, Columns columns, Exports exports) {
        this.journal = journal;
        this.words = words;
        this.columns = columns;
        this.exports = exports;
    }

    /** What one person decided. */
    record Person(
            String actor, int agreed, int refused, @Nullable Instant last) {}

    /** One decision. */
    record Line(
            String id,
            String sentence,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String organization,
            @Nullable LocalDate effectiveOn,
            @Nullable Instant recordedAt,
            @Nullable String document) {}

    @GetMapping(path = "/audit/approvals", params = "!format")
    String approvals(HttpServletRequest request, Model model) {
        var query = TableQuery.from(request, SHAPE);
        var decisions = decisions(query);
        model.addAttribute("people", people(decisions));
        model.addAttribute("table", query.of(decisions.size()));
        model.addAttribute(
                "rows", query.slice(decisions).stream().map(this::line).toList());
        return "audit/approvals";
    }

    /** Every decision that matches, as a file. */
    @GetMapping(path = "/audit/approvals", params = "format")
    ResponseEntity<byte[]> file(@RequestParam String format, HttpServletRequest request) {
        var query = TableQuery.from(request, SHAPE);
        var asked = query.filters().values().stream().flatMap(List::stream).collect(Collectors.joining(", "));
        var sheet = exports.sheet(
                words.text("approvals.title"),
                asked.isEmpty() ? words.text("scope.all") : asked,
                List.of(
                        columns.text("audit.actor"),
                        columns.text("audit.role").wide(WIDE),
                        columns.text("audit.organization").wide(WIDE),
                        columns.text("audit.what").wide(WIDE),
                        columns.date("explain.effectiveOn"),
                        columns.date("explain.recordedAt"),
                        columns.text("explain.document").wide(WIDE),
                        columns.text("audit.id")),
                decisions(query).stream()
                        .map(this::line)
                        .map(line -> Columns.row(
                                line.actor(),
                                line.role(),
                                line.organization(),
                                line.sentence(),
                                line.effectiveOn(),
                                line.recordedAt(),
                                line.document(),
                                line.id()))
                        .toList());
        return exports.answer("ai-da-duyet-gi", format, List.of(sheet));
    }

    private List<JournalRow> decisions(TableQuery query) {
        var equal = new LinkedHashMap<>(query.equal());
        equal.put("service", "planning");
        return journal.page(equal, Map.of("kind", DECISIONS), Journal.Period.ANY, query.q(), 0, MOST)
                .rows();
    }

    private static List<Person> people(List<JournalRow> decisions) {
        return decisions.stream()
                .filter(row -> row.actor() != null)
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.actor())))
                .entrySet()
                .stream()
                .map(one -> person(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Person::actor))
                .toList();
    }

    private static Person person(String actor, List<JournalRow> decisions) {
        var refused = (int)
                decisions.stream().filter(row -> REFUSALS.contains(row.kind())).count();
        return new Person(
                actor, decisions.size() - refused, refused, decisions.getFirst().recordedAt());
    }

    private Line line(JournalRow row) {
        return new Line(
                row.eventId(),
                words.code("event", row.kind()) + (row.subject() == null ? "" : ": " + row.subject()),
                row.actor(),
                row.role() == null ? null : words.code("role", row.role()),
                row.organization() == null ? null : words.organization(row.organization()),
                row.effectiveOn(),
                row.recordedAt(),
                row.document());
    }
}
