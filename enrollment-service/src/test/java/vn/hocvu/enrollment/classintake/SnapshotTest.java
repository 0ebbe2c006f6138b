package vn.hocvu.enrollment.classintake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.StoredJson;

class SnapshotTest {
    private final JsonMapper json = StoredJson.mapper();

    @Test
    void theStateOfAnIntakeSurvivesASnapshot() {
        var facts = EveryIntakeFact.all();
        var opened = facts.stream()
                .filter(IntakeEvent.IntakeOpened.class::isInstance)
                .map(IntakeEvent.IntakeOpened.class::cast)
                .findFirst()
                .orElseThrow();
        var state = IntakeState.of(opened);
        for (var fact : facts) {
            if (fact instanceof IntakeEvent.LearnerEnrolled
                    || fact instanceof IntakeEvent.LearnerWaitlisted
                    || fact instanceof IntakeEvent.IntakeStarted
                    || fact instanceof IntakeEvent.RollFinalized) {
                state = state.after(fact);
            }
        }

        assertThat(json.readValue(json.writeValueAsString(state), IntakeState.class))
                .isEqualTo(state);
        assertThat(state.roll().count()).isEqualTo(1);
        assertThat(state.waitlist().count()).isEqualTo(1);
    }
}
