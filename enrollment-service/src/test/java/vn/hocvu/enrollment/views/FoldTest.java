package vn.hocvu.enrollment.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.enrollment.classintake.EveryIntakeFact;
import vn.hocvu.enrollment.classintake.IntakeEvent;
import vn.hocvu.enrollment.classintake.Phase;
import vn.hocvu.enrollment.learner.EveryLearnerFact;
import vn.hocvu.enrollment.learner.LearnerEvent;
import vn.hocvu.enrollment.views.history.HistoryView;
import vn.hocvu.enrollment.views.intakes.IntakesView;
import vn.hocvu.enrollment.views.learners.LearnersView;
import vn.hocvu.enrollment.views.places.PlaceState;
import vn.hocvu.enrollment.views.places.PlacesView;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

/** Every view, fed with an intake's whole life: what it shows, and that nothing but the facts decides it. */
class FoldTest {
    private static final JsonMapper JSON = StoredJson.mapper();
    private static final String CLASS = "dc89f591-f57e-39bd-a1a2-01f21160e393";
    private static final String LEARNER = "0199aa00-0000-7000-9000-000000000001";
    private static final String PLACE = "0199aa00-0000-7000-8000-000000000001";

    @Test
    void anIntakeShowsItsRollItsLineAndItsPhase() {
        var row = fold(new IntakesView(), facts("IntakeOpened", "LearnerWaitlisted"))
                .get(CLASS);
        assertThat(row.waiting()).containsExactly(LEARNER);
        assertThat(row.phase()).isEqualTo(Phase.OPEN);
        assertThat(row.free()).isEqualTo(88);

        row = fold(new IntakesView(), facts("IntakeOpened", "LearnerWaitlisted", "WaitlistPromoted", "LearnerEnrolled"))
                .get(CLASS);
        assertThat(row.waiting()).isEmpty();
        assertThat(row.roll()).isEqualTo(7);
        assertThat(row.byOrg()).containsEntry("ba-dinh", 1);
        assertThat(row.version()).isEqualTo(3);

        assertThat(phase("IntakeOpened", "RollConfirmed")).isEqualTo(Phase.ROLL_CONFIRMED);
        assertThat(phase("IntakeOpened", "RollConfirmed", "IntakeReopened")).isEqualTo(Phase.OPEN);
        assertThat(phase("IntakeOpened", "IntakeStarted")).isEqualTo(Phase.RUNNING);
        assertThat(phase("IntakeOpened", "IntakeStarted", "RollFinalized")).isEqualTo(Phase.FINAL);
        assertThat(phase("IntakeOpened", "IntakeReleased")).isEqualTo(Phase.RELEASED);
    }

    @Test
    void aPlaceShowsHowItEnded() {
        var ends = Map.of(
                "LearnerWithdrawn", PlaceState.WITHDRAWN,
                "LearnerExpelled", PlaceState.EXPELLED,
                "LearnerDeferred", PlaceState.DEFERRED,
                "LearnerDeceased", PlaceState.DECEASED,
                "LearnerTransferredOut", PlaceState.TRANSFERRED_OUT,
                "EnrollmentCompleted", PlaceState.GRADUATED,
                "LearnerReleased", PlaceState.RELEASED);
        ends.forEach((fact, state) -> {
            var row = fold(new PlacesView(), facts("LearnerEnrolled", fact)).get(PLACE);

            assertThat(row.state()).isEqualTo(state);
            assertThat(row.active()).isFalse();
            assertThat(row.seat()).isEqualTo(7);
        });
        var held = fold(new PlacesView(), facts("LearnerEnrolled")).get(PLACE);
        assertThat(held.stateIn(Phase.OPEN)).isEqualTo(PlaceState.ENROLLED);
        assertThat(held.stateIn(Phase.RUNNING)).isEqualTo(PlaceState.STUDYING);
    }

    @Test
    void aLearnerShowsClassesClaimsAndDiplomas() {
        var row = fold(
                        new LearnersView(),
                        facts(
                                "LearnerRegistered",
                                "PlaceClaimed",
                                "LearnerEnrolled",
                                "EnrollmentCompleted",
                                "PlaceFreed",
                                "DiplomaHeld"))
                .get(LEARNER);

        assertThat(row.classes()).containsExactly(CLASS);
        assertThat(row.active()).isFalse();
        assertThat(row.claims()).isEmpty();
        assertThat(row.diplomas()).containsEntry("TC_LLCT", 2021);
        assertThat(row.orgs()).containsExactly("ba-dinh");
    }

    @Test
    void everyFactHasALineInTheTimelineAndEveryRowCanBeKept() {
        var all = Stream.concat(EveryIntakeFact.all().stream(), EveryLearnerFact.all().stream())
                .map(Object.class::cast)
                .toList();
        var rows = fold(new HistoryView(), all);

        assertThat(rows).hasSameSizeAs(all);
        for (var view :
                List.<View<?, ?>>of(new IntakesView(), new PlacesView(), new LearnersView(), new HistoryView())) {
            fold(view, all)
                    .values()
                    .forEach(row -> assertThat((Object) JSON.readValue(JSON.writeValueAsString(row), row.getClass()))
                            .isEqualTo(row));
        }
    }

    private static Phase phase(String... kinds) {
        return fold(new IntakesView(), facts(kinds)).get(CLASS).phase();
    }

    private static List<Object> facts(String... kinds) {
        return Stream.of(kinds)
                .map(kind -> Stream.<Object>concat(EveryIntakeFact.all().stream(), EveryLearnerFact.all().stream())
                        .filter(fact -> fact.getClass().getSimpleName().equals(kind))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <F, R> Map<String, R> fold(View<F, R> view, List<Object> bodies) {
        var rows = new HashMap<String, R>();
        for (int i = 0; i < bodies.size(); i++) {
            var body = bodies.get(i);
            if (!view.factType().isInstance(body)) {
                continue;
            }
            var fact = (Fact<F>) new Fact<>(
                    body,
                    body.getClass().getSimpleName(),
                    "enrollment",
                    aggregate(body),
                    i,
                    "event-" + i,
                    Instant.parse("2020-05-05T03:00:00Z"),
                    Map.of("actor", "an"));
            for (var key : view.keys(fact)) {
                rows.put(key, view.after(rows.getOrDefault(key, view.empty(key)), fact));
            }
        }
        return rows;
    }

    private static String aggregate(Object body) {
        return body instanceof IntakeEvent e
                ? e.classId().value()
                : ((LearnerEvent) body).learnerId().value();
    }
}
