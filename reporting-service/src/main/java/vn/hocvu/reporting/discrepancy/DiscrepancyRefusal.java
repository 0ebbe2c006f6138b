package vn.hocvu.reporting.discrepancy;

import java.util.Map;

/** Why the register does not do what was ordered; the simple name of the type is the refusal's stable name. */
public abstract sealed class DiscrepancyRefusal extends RuntimeException {
    private final transient Map<String, Object> values;

    private DiscrepancyRefusal(String sentence, Map<String, Object> values) {
        super(sentence);
        this.values = Map.copyOf(values);
    }

    /** The values the sentence names. */
    public Map<String, Object> values() {
        return values;
    }

    /** There is no such entry. */
    public static final class DiscrepancyNotFound extends DiscrepancyRefusal {
        public DiscrepancyNotFound(String id) {
            super("there is no discrepancy " + id, Map.of("discrepancy", id));
        }
    }

    /** Equal figures need no explanation. */
    public static final class NothingToExplain extends DiscrepancyRefusal {
        public NothingToExplain(String id) {
            super("published and derived are equal: " + id, Map.of("discrepancy", id));
        }
    }

    /** An explanation has words. */
    public static final class ReasonMissing extends DiscrepancyRefusal {
        public ReasonMissing() {
            super("the explanation must be given", Map.of("field", "explanation"));
        }
    }
}
