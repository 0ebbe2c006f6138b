package vn.hocvu.reporting.discrepancy;

import java.util.Set;

/** Which roles may order what about discrepancies. */
public final class DiscrepancyRights {
    private static final String POLICY = "POLICY";

    private DiscrepancyRights() {}

    public static Set<String> permitted(DiscrepancyCommand command) {
        return switch (command) {
            case DiscrepancyCommand.DetectDiscrepancy c -> Set.of(POLICY);
            case DiscrepancyCommand.ResolveDiscrepancy c -> Set.of(POLICY);
            case DiscrepancyCommand.ExplainDiscrepancy c -> Set.of("PLANNING_OFFICER", "SCHOOL_BOARD");
        };
    }
}
