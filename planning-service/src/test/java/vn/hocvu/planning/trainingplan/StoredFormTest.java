package vn.hocvu.planning.trainingplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        state = state.after(
                new PlanEvent.AmendmentProposed(
                        Sample.PLAN,
                        new AmendmentId("2020-A01"),
                        AmendmentKind.RESCHEDULE,
                        Sample.SCHOOL,
                        Sample.SCHOOL_TERMS,
                        Sample.SCHOOL_TERMS.with(new PlannedPeriod(Sample.JAN_2, Sample.MAY_12)),
                        AmendmentReason.RESCHEDULED,
                        null,
                        Sample.DECISION,
                        List.of(AmendmentStep.SCHOOL, AmendmentStep.CITY),
                        Sample.MAY_12),
                "an");
        state = state.after(
                new PlanEvent.AmendmentEndorsed(
                        Sample.PLAN,
                        new AmendmentId("2020-A01"),
                        Sample.SCHOOL,
                        AmendmentStep.SCHOOL,
                        null,
                        Sample.MAY_12),
                "chi");
        assertThat(state.amendments().pending()).hasSize(1);

        assertThat(json.readValue(json.writeValueAsString(state), PlanState.class))
                .isEqualTo(state);
    }
}
