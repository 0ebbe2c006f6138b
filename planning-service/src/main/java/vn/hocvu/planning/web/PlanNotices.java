package vn.hocvu.planning.web;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.views.news.News;
import vn.hocvu.planning.views.news.NewsRow;
import vn.hocvu.planning.views.offplan.OffPlanRequests;
import vn.hocvu.planning.views.offplan.OffPlanRow;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.TaskSource;

/**
 * What a person may want to know: how far the plans and amendments have come in which the person had a hand, what became
 * of the items of one's organisation, and how far its requests have come. Nobody is told of the own doings.
 */
@Component
class PlanNotices implements TaskSource {
    private static final int LATEST = 50;

    private final News news;
    private final OffPlanRequests requests;
    private final Words words;

    PlanNotices(News news, OffPlanRequests requests, Words words) {
        this.news = news;
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
        return Stream.concat(ofPlans(actor), ofRequests(actor))
                .sorted(Comparator.comparing((Dated notice) -> notice.at()).reversed())
                .limit(LATEST)
                .map(notice ->
                        new Notice(notice.text(), notice.link(), notice.at().toString()))
                .toList();
    }

    /** A notice with the instant by which it is ordered. */
    private record Dated(String text, String link, Instant at) {}

    private Stream<Dated> ofPlans(Actor actor) {
        var whom = whom(actor);
        return whom.isEmpty()
                ? Stream.of()
                : news.concerning(whom, LATEST).stream()
                        .filter(row -> !actor.userId().equals(latest(row).actor()))
                        .map(row -> notice(row, actor));
    }

    /** Within the sight of {@link PlanScope}. */
    private static List<String> whom(Actor actor) {
        var own = actor.organization();
        if (is(actor, Readers.wholeSchool())) {
            return List.of(News.person(actor.userId()));
        }
        if (own == null || !is(actor, Readers.all())) {
            return List.of();
        }
        return is(actor, Readers.DISTRICT_COMMITTEE)
                ? List.of(News.requester(own), News.payer(own))
                : List.of(News.requester(own));
    }

    private static boolean is(Actor actor, String... roles) {
        return !Collections.disjoint(actor.roles(), List.of(roles));
    }

    private Dated notice(NewsRow row, Actor actor) {
        var at = latest(row).recordedAt();
        if (row.ofPlan()) {
            var year = new PlanId(row.planId()).year();
            return new Dated(about("notice.plan.", row, year), "/plans/" + year, at);
        }
        if (row.ofAmendment()) {
            var own = actor.userId().equals(row.people().getFirst());
            return new Dated(
                    words.text(
                            own ? "notice.amendment" : "notice.amendment.joined",
                            row.about(),
                            words.code("amendmentState", state(latest(row).kind()))),
                    "/amendments/" + row.about(),
                    at);
        }
        var year = new PlanItemId(row.about()).planId().year();
        return new Dated(about("notice.item.", row, row.about()), "/plans/" + year + "/items/" + row.about(), at);
    }

    private String about(String family, NewsRow row, Object object) {
        var detail = latest(row).detail();
        return words.text(family + latest(row).kind(), object.toString(), detail == null ? "" : detail);
    }

    private static NewsRow.Latest latest(NewsRow row) {
        return Objects.requireNonNull(row.latest(), row.about());
    }

    private static String state(String kind) {
        return switch (kind) {
            case "AmendmentEndorsed" -> "ENDORSED";
            case "AmendmentRejected" -> "REJECTED";
            case "AmendmentWithdrawn" -> "WITHDRAWN";
            default -> "APPROVED";
        };
    }

    private Stream<Dated> ofRequests(Actor actor) {
        return is(actor, Readers.offPlan())
                ? requests.all().stream().filter(row -> concerns(row, actor)).map(this::moved)
                : Stream.of();
    }

    private static boolean concerns(OffPlanRow row, Actor actor) {
        boolean own = actor.userId().equals(row.proposer())
                || row.asked().requesterOrgId().value().equals(actor.organization());
        return own
                && row.steps().size() > 1
                && !actor.userId().equals(row.steps().getLast().actor());
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
