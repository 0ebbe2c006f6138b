package vn.hocvu.planning.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hocvu.planning.messages.consumed.Heard;
import vn.hocvu.platform.eventstream.ConsumedType;
import vn.hocvu.platform.testkit.Contracts;

/** What planning reads is what the other services promise. */
class ConsumedContractsTest {
    static Stream<ConsumedType<?>> heard() {
        return Stream.of(Heard.ofClasses(), Heard.ofEnrollment(), Heard.ofPlanning())
                .flatMap(heard -> heard.types().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heard")
    void everythingPlanningHearsIsReadFromItsSample(ConsumedType<?> heard) {
        var name = heard.ceType().split("\\.");
        var read = Contracts.consumer(name[2], name[3], 1).readBy(heard.body().asSubclass(Record.class));

        assertThat(read).isNotNull();
    }
}
