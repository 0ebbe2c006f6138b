package vn.hocvu.planning.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.views.amendments.AmendmentRow;
import vn.hocvu.planning.views.amendments.Amendments;
import vn.hocvu.planning.views.offplan.OffPlanRequests;
import vn.hocvu.planning.views.offplan.OffPlanRow;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.TaskSource;

/** What a person may want to know: how far one's own amendments and one's organisation's requests have come. */
@Component
class PlanNotices implements TaskSource {
    private static final int LATEST = 50;

    private final Amendments amendments;
    private final OffPlanRequests requests;
    private final Words words;

    PlanNotices(Amendments amendments, OffPlanRequests requests, Words words) {
        this.amendments = amendments;
        this.requests = requests;
        this.words = words;
    }

    /** What must be done is told by the tasks. */
    @Override
    public List<Task> tasks(Actor actor) {
        return List.of();
    }

    @Override
    public List<Notice> notices(Actor actor) {
        return Stream.concat(
                        amendments.all().stream()
                                .filter(row -> actor.userId().equals(row.proposer()))
                                .flatMap(this::answered),
                        requests.all().stream()
                                .filter(row -> concerns(row, actor))
                                .map(this::moved))
                .sorted(Comparator.comparing((Dated notice) -> notice.at()).reversed())
                .limit(LATEST)
                .map(notice ->
                        new Notice(notice.text(), notice.link(), notice.at().toString()))
                .toList();
    }

    /** A notice with the instant by which it is ordered. */
    private record Dated(String text, String link, Instant at) {}

    private Stream<Dated> answered(AmendmentRow row) {
        return row.decisions().isEmpty()
                ? Stream.of()
                : Stream.of(new Dated(
                        words.text("notice.amendment", row.amendmentId(), words.code("amendmentState", row.state())),
                        "/amendments/" + row.amendmentId(),
                        row.decisions().getLast().recordedAt()));
    }

    private static boolean concerns(OffPlanRow row, Actor actor) {
        boolean own = actor.userId().equals(row.proposer())
                || row.asked().requesterOrgId().value().equals(actor.organization());
        return own && row.steps().size() > 1;
    }

    private Dated moved(OffPlanRow row) {
        return new Dated(
                words.text(
                        "notice.offPlan",
                        words.organization(row.asked().requesterOrgId()),
                        words.code("offPlanPhase", row.phase())),
                "/off-plan/" + row.requestId(),
                row.steps().getLast().recordedAt());
    }
}
