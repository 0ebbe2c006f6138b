package vn.hocvu.enrollment.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.enrollment.classintake.IntakeEvent;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.intakes.IntakesView;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.testkit.Contracts;

class DeadlineTest {
    private static final JsonMapper JSON = StoredJson.mapper();
    private static final LocalDate DEADLINE = LocalDate.of(2020, 5, 11);

    @Test
    void theDayAfterTheDeadlineTheRollIsConfirmedAsOfTheDeadline() {
        var row = recorded("2020-05-05T03:00:00Z");

        assertThat(WhenDeadlinePassesConfirmRoll.react(row, DEADLINE)).isNull();
        var order = WhenDeadlinePassesConfirmRoll.react(row, DEADLINE.plusDays(1));
        assertThat(order).isNotNull();
        assertThat(order.forDeadline()).isEqualTo(DEADLINE);
        assertThat(order.effectiveOn()).isEqualTo(DEADLINE);
    }

    @Test
    void aDeadlineThatWasPastWhenItWasSetConfirmsNothing() {
        var row = recorded("2020-05-11T18:00:00Z"); // already 12 May in Hà Nội

        assertThat(WhenDeadlinePassesConfirmRoll.react(row, DEADLINE.plusDays(30)))
                .isNull();
    }

    private static IntakeRow recorded(String at) {
        var opened = JSON.readValue(Contracts.sample("enrollment", "IntakeOpened", 1), IntakeEvent.IntakeOpened.class);
        var view = new IntakesView();
        var key = opened.classId().value();
        var fact =
                new Fact<IntakeEvent>(opened, "IntakeOpened", "enrollment", key, 0, "e-1", Instant.parse(at), Map.of());
        return view.after(view.empty(key), fact);
    }
}
