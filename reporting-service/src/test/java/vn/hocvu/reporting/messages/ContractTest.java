package vn.hocvu.reporting.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.testkit.Contracts;
import vn.hocvu.reporting.messages.consumed.Heard;
import vn.hocvu.reporting.messages.consumed.Topics;
import vn.hocvu.reporting.messages.consumed.classes.ClassFact;
import vn.hocvu.reporting.messages.consumed.enrollment.EnrollmentFact;
import vn.hocvu.reporting.messages.consumed.planning.PlanningFact;

/** What the other services publish is what reporting reads. */
class ContractTest {
    static Stream<Arguments> facts() {
        return Stream.of(
                        of("class", ClassFact.class),
                        of("enrollment", EnrollmentFact.class),
                        of("planning", PlanningFact.class))
                .flatMap(facts -> facts);
    }

    private static Stream<Arguments> of(String service, Class<?> root) {
        return Arrays.stream(root.getPermittedSubclasses())
                .map(type -> Arguments.of(service, type.asSubclass(Record.class)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("facts")
    void everyFactIsReadFromItsSample(String service, Class<? extends Record> type) {
        assertThat(Contracts.consumer(service, type.getSimpleName(), 1).readBy(type))
                .isNotNull();
    }

    @Test
    void theJournalKeepsEveryMessageWithItsDateAndPaper() {
        var json = JsonMapper.builder().build();
        for (var consumption : Stream.of(Topics.planning(), Topics.classes(), Topics.enrollment())
                .toList()) {
            var service = consumption.topic().split("\\.")[1];
            for (var type : consumption.types()) {
                var name = type.ceType().split("\\.")[3];
                var heard = new Heard(json.readTree(Contracts.sample(service, name, 1)));
                assertThat(heard.effectiveOn()).as(name).isNotNull();
            }
        }
        var opened = new Heard(json.readTree(Contracts.sample("class", "ClassOpened", 1)));
        assertThat(opened.paper().line()).isEqualTo("5/QĐ-REF, 05/05/2020, Trường");
    }
}
