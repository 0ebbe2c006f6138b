package vn.hocvu.planning;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.hocvu.platform.testkit.ArchitectureRules;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> architecture() {
        return ArchitectureRules.forService("vn.hocvu.planning").tests();
    }
}
