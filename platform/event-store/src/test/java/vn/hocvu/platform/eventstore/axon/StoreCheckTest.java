package vn.hocvu.platform.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.hocvu.platform.eventstore.tally.TallyWorld;

class StoreCheckTest {
    @Test
    void unsafeSettingsAreRefusedWithTheirReasons() {
        assertThatThrownBy(() -> new TallyWorld(
                        "spring.datasource.hikari.connection-init-sql=SET transaction_timeout = 0; SET synchronous_commit = off",
                        "hocvu.event-store.gap-timeout=10s",
                        "hocvu.event-store.largest-gap-offset=10000",
                        "hocvu.event-store.allowed-clock-difference=-1s"))
                .rootCause()
                .hasMessageContainingAll("(G1)", "(G2)", "(G4)", "(G6)", "synchronous_commit");
    }

    @Test
    void aStateOfAnotherShapeHasAnotherMark() {
        record Before(int a) {}
        record After(int a, String b) {}

        assertThat(StateShape.of(Before.class))
                .isEqualTo(StateShape.of(Before.class))
                .isNotEqualTo(StateShape.of(After.class));
    }
}
