package vn.hocvu.proof.checker;

import java.util.List;
import java.util.stream.Collectors;

/** Tests every promise against the evidence. */
public final class Checker {
    private static final int SHOWN = 3;

    private static final List<Rule> RULES = List.of(
            new AcknowledgedIsKept(),
            new HistoriesAreWhole(),
            new PublishedIsComplete(),
            new RowsEqualAFreshFold(),
            new ScreensAreRight(),
            new SeatsAreNeverOversold(),
            new NothingGrows(),
            new InstrumentsAreHonest());

    private Checker() {}

    /** Every promise that is broken, with its first differences. */
    public static List<String> findings(Evidence evidence) {
        return RULES.stream()
                .map(rule -> finding(rule, evidence))
                .filter(finding -> !finding.isEmpty())
                .toList();
    }

    private static String finding(Rule rule, Evidence evidence) {
        var all = rule.differences(evidence).toList();
        if (all.isEmpty()) return "";
        return rule.promise() + ": " + all.size() + " differences, first:\n"
                + all.stream().limit(SHOWN).map(one -> "  " + one).collect(Collectors.joining("\n"));
    }

    /**
     * Fails with the first difference of each broken promise.
     *
     * @param repeat how to run the same again
     */
    public static void check(String when, Evidence evidence, String repeat) {
        var findings = findings(evidence);
        if (!findings.isEmpty()) {
            throw new AssertionError(when + ": " + String.join("\n", findings) + "\n" + repeat);
        }
    }
}
