package vn.hocvu.planning.web;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.views.offplan.OffPlanRequests;
import vn.hocvu.planning.views.offplan.OffPlanRow;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.Register;

/**
 * Requests for off-plan classes that the person signed in may see: all of them, or those of the person's own
 * organisation. Whatever lies outside is answered as if it did not exist.
 */
@Component
class OffPlanScope {
    private final CurrentActor person;
    private final OffPlanRequests requests;
    private final Register register;
    private final Formats formats;

    OffPlanScope(CurrentActor person, OffPlanRequests requests, Register register, Formats formats) {
        this.person = person;
        this.requests = requests;
        this.register = register;
        this.formats = formats;
    }

    List<OffPlanRow> all() {
        return requests.all().stream().filter(this::sees).toList();
    }

    OffPlanRow one(String requestId) {
        return requests.find(requestId)
                .filter(this::sees)
                .orElseThrow(() -> new NotFound("off-plan request " + requestId));
    }

    /** True if the request was made for the person's own organisation. */
    boolean own(OffPlanRow row) {
        return row.asked().requesterOrgId().value().equals(person.get().organization());
    }

    OffPlanLine line(OffPlanRow row) {
        var asked = row.asked();
        var assessed = row.assessed();
        var from = row.phase().settled() ? row.steps().getFirst().effectiveOn() : row.since();
        var to = row.phase().settled() ? row.since() : formats.today();
        return new OffPlanLine(
                row,
                row.requestId(),
                row.phase().name(),
                asked.classType().name(),
                asked.category().name(),
                register.name(Register.ORGANIZATIONS, asked.requesterOrgId().value()),
                asked.learners(),
                asked.desiredStart(),
                Math.max(0, ChronoUnit.DAYS.between(from, to)),
                assessed != null
                        && !(assessed.need().met()
                                && assessed.lecturerCapacity().met()
                                && assessed.timeSlot().met()));
    }

    private boolean sees(OffPlanRow row) {
        return person.has(Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD, Readers.CITY_ORG_BOARD, Readers.AUDITOR)
                || own(row);
    }
}
