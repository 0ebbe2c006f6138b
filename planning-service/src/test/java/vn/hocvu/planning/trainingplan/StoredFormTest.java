package vn.hocvu.planning.trainingplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.StoredJson;

class StoredFormTest {
    private final JsonMapper json = StoredJson.mapper();

    @Test
    void everyFactOfAPlanIsReadBackAsItWasWritten() {
        for (var given : Sample.allocated()) {
            var event = ((EventMessage<?>) given).getPayload();
            assertThat(json.readValue(json.writeValueAsString(event), event.getClass()))
                    .isEqualTo(event);
        }
    }

    @Test
    void theStateOfAPlanSurvivesASnapshot() {
        var state = PlanState.EMPTY;
        for (var given : Sample.allocated()) {
            state = state.after((PlanEvent) ((EventMessage<?>) given).getPayload(), "an");
        }
        state = state.after(
                new PlanEvent.ClassSlotGranted(Sample.PLAN, Sample.SCHOOL, Sample.TC_01, Sample.TRUONG, Sample.MAY_12),
                null);

        assertThat(json.readValue(json.writeValueAsString(state), PlanState.class))
                .isEqualTo(state);
    }
}
