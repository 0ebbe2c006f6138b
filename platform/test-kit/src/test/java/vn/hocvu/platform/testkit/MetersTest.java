package vn.hocvu.platform.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check must bite: an id, a name, a foreign tag or a mute meter is found. */
class MetersTest {
    @Test
    void wordsOfTheCodeAreFine() {
        var meters = registry("hocvu.parked.keys", "consumer", "views-topics");

        assertThatCode(() -> Meters.carryNoIdOrName(meters)).doesNotThrowAnyException();
        assertThatCode(() -> Meters.exist(meters, "parked.keys")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "hocvu.parked.keys, consumer, 0192f3ab-1111-7abc-8def-000000000001",
        "hocvu.decisions, aggregate, Nguyễn Văn An",
        "hocvu.decisions, aggregate, plan-2020",
        "hocvu.denied, user, an",
        "http.server.requests, uri, /learners/0192f3ab-1111-7abc-8def-000000000001"
    })
    void idsAndNamesAreFound(String name, String tag, String value) {
        var meters = registry(name, tag, value);

        assertThatThrownBy(() -> Meters.carryNoIdOrName(meters)).hasMessageContaining(value);
    }

    @Test
    void aMissingOrMuteMeterIsFound() {
        var meters = new SimpleMeterRegistry();
        meters.counter("hocvu.conflicts", "aggregate", "Plan").increment();

        assertThatThrownBy(() -> Meters.exist(meters, "conflicts", "decisions")).hasMessageContaining("[decisions]");
        assertThatThrownBy(() -> Meters.carryNoIdOrName(meters)).hasMessageContaining("says not what it is");
    }

    private static MeterRegistry registry(String name, String tag, String value) {
        var meters = new SimpleMeterRegistry();
        Counter.builder(name).description("Something").tag(tag, value).register(meters);
        return meters;
    }
}
