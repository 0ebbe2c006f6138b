package vn.hocvu.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.platform.viewstore.PageOf;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.reporting.views.journal.Journal;
import vn.hocvu.reporting.views.journal.JournalRow;

/** The journal for programs. */
@RestController
@RequestMapping("/api/v1/events")
@Allowed({Readers.AUDITOR, Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
class EventApi {
    private final Journal journal;

    EventApi(Journal journal) {
        this.journal = journal;
    }

    @GetMapping
    @Operation(summary = "Facts of all services, the newest first")
    PageOf<JournalRow> events(HttpServletRequest request) {
        return AuditPages.page(journal, TableQuery.from(request, AuditPages.FACTS));
    }
}
