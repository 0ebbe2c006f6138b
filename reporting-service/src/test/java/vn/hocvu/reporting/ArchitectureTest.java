package vn.hocvu.reporting;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.hocvu.platform.testkit.ArchitectureRules;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> packageGrammar() {
        return ArchitectureRules.forService("vn.hocvu.reporting").tests();
    }
}
