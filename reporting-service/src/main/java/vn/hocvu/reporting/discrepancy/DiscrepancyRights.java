package vn.hocvu.reporting.discrepancy;

import java.util.Set;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.DetectDiscrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.ExplainDiscrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.ResolveDiscrepancy;

/** Who may order what about discrepancies (domain specification 1.3 and 4.4). */
public final class DiscrepancyRights {
    private static final Set<String> POLICY = Set.of("POLICY");

    private DiscrepancyRights() {}

    public static Set<String> permitted(DiscrepancyCommand command) {
        return switch (command) {
            case DetectDiscrepancy order -> POLICY;
            case ResolveDiscrepancy order -> POLICY;
            case ExplainDiscrepancy order -> Set.of("SCHOOL_BOARD", "PLANNING_OFFICER");
        };
    }
}
