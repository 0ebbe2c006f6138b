package vn.hocvu.classes.messages.consumed;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.hocvu.classes.messages.consumed.enrollment.EnrollmentFact;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact;
import vn.hocvu.platform.testkit.Contracts;

class ConsumedContractTest {
    @TestFactory
    Stream<DynamicTest> whatWeReadOfOthersIsWhatTheyTell() {
        return Stream.concat(reads("planning", PlanningFact.class), reads("enrollment", EnrollmentFact.class));
    }

    private static Stream<DynamicTest> reads(String service, Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .map(type -> DynamicTest.dynamicTest(
                        service + " " + type.getSimpleName(),
                        () -> Contracts.consumer(service, type.getSimpleName(), 1)
                                .readBy(type.asSubclass(Record.class))));
    }
}
