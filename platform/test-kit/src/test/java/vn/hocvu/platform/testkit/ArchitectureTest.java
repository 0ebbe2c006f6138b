package vn.hocvu.platform.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> thePlatformKnowsNoService() {
        return ArchitectureRules.forPlatform().tests();
    }
}
