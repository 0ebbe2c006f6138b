package vn.hocvu.reporting.discrepancy;

import java.util.Map;

/** Why a discrepancy does not do what was ordered; the simple name of the type is the refusal's stable name. */
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

    /** An explanation needs words. */
    public static final class ReasonMissing extends DiscrepancyRefusal {
        public ReasonMissing(String field, int longest) {
            super(field + " must have 1 to " + longest + " characters", Map.of("field", field, "longest", longest));
        }
    }

    /** There is no such entry. */
    public static final class DiscrepancyNotFound extends DiscrepancyRefusal {
        public DiscrepancyNotFound(String id) {
            super("there is no discrepancy " + id, Map.of("discrepancyId", id));
        }
    }

    /** Published and derived are equal: there is nothing to explain. */
    public static final class NothingToExplain extends DiscrepancyRefusal {
        public NothingToExplain(DiscrepancyId id) {
            super(id + " is resolved", Map.of("discrepancyId", id.value()));
        }
    }
}
