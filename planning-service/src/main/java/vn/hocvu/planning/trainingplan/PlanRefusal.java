package vn.hocvu.planning.trainingplan;

import java.util.List;
import java.util.Map;

/** Why the plan does not do what was ordered; the simple name of the type is the refusal's stable name. */
public abstract sealed class PlanRefusal extends RuntimeException {
    private final transient Map<String, Object> values;

    private PlanRefusal(String sentence, Map<String, Object> values) {
        super(sentence);
        this.values = Map.copyOf(values);
    }

    /** The values the sentence names. */
    public Map<String, Object> values() {
        return values;
    }

    /** A value cannot be what it says. */
    public static final class Malformed extends PlanRefusal {
        public Malformed(String field, String expected, Object was) {
            super(field + " must be " + expected + ", was " + was, Map.of("field", field, "value", was.toString()));
        }
    }

    /** A number of classes or learners makes no sense. */
    public static final class QuotaInvalid extends PlanRefusal {
        public QuotaInvalid(String field, int value) {
            super(field + " cannot be " + value, Map.of("field", field, "value", value));
        }
    }

    /** The act needs a reason, and "other" needs words. */
    public static final class ReasonMissing extends PlanRefusal {
        public ReasonMissing(String field) {
            super("a reason must be given: " + field, Map.of("field", field));
        }
    }

    /** The act needs the paper it rests on. */
    public static final class DocumentMissing extends PlanRefusal {
        public DocumentMissing() {
            super("the document must be named", Map.of("field", "document"));
        }
    }

    /** Whoever worked on the proposal may not approve it. */
    public static final class SamePersonDecides extends PlanRefusal {
        public SamePersonDecides(String person) {
            super(person + " has proposed this and may not approve it", Map.of("person", person));
        }
    }

    /** The plan has not come far enough for this, or is past it. */
    public static final class WrongState extends PlanRefusal {
        public WrongState(Object state, Object needed) {
            super(
                    "the state is " + state + ", needed is " + needed,
                    Map.of("state", state.toString(), "needed", needed.toString()));
        }
    }

    /** There is no such item, or none that this body may know of. */
    public static final class PlanItemNotFound extends PlanRefusal {
        public PlanItemNotFound(PlanItemId itemId) {
            super("there is no plan item " + itemId, Map.of("itemId", itemId.value()));
        }
    }

    /** No such amendment was ever proposed. */
    public static final class AmendmentNotFound extends PlanRefusal {
        public AmendmentNotFound(AmendmentId amendmentId) {
            super("there is no amendment " + amendmentId, Map.of("amendmentId", amendmentId.value()));
        }
    }

    /** The amendment starts from what the item no longer says. */
    public static final class AmendmentOutdated extends PlanRefusal {
        public AmendmentOutdated(PlanItemId itemId) {
            super("plan item " + itemId + " has changed in the meantime", Map.of("itemId", itemId.value()));
        }
    }

    /** Fewer classes would be left than are granted, opened or given up already. */
    public static final class BelowCommittedClasses extends PlanRefusal {
        public BelowCommittedClasses(PlanItemId itemId, int wanted, int committed) {
            super(
                    "plan item " + itemId + " has " + committed + " classes in use, " + wanted + " are too few",
                    Map.of("itemId", itemId.value(), "wanted", wanted, "committed", committed));
        }
    }

    /** Only whoever proposed something may take it back. */
    public static final class NotTheProposer extends PlanRefusal {
        public NotTheProposer(String person) {
            super("only " + person + " may take this back", Map.of("person", person));
        }
    }

    /** The year has a plan already. */
    public static final class PlanYearTaken extends PlanRefusal {
        public PlanYearTaken(PlanYear year) {
            super("there is a plan for " + year, Map.of("year", year.toString()));
        }
    }

    /** Items change only while the plan is a draft. */
    public static final class PlanNotEditable extends PlanRefusal {
        public PlanNotEditable(PlanPhase phase) {
            super("the plan is " + phase + " and no draft any more", Map.of("state", phase.name()));
        }
    }

    /** The totals that were confirmed are not those of the plan. */
    public static final class TotalsDiffer extends PlanRefusal {
        public TotalsDiffer(ConfirmedTotals confirmed, PlanTotals totals) {
            super(
                    "confirmed were " + confirmed + ", the plan has " + totals,
                    Map.of(
                            "confirmedClasses", confirmed.classes(),
                            "confirmedLearners", confirmed.learners(),
                            "classes", totals.classes(),
                            "learners", totals.learners()));
        }
    }

    /** More is given up than the item has left. */
    public static final class QuotaExceeded extends PlanRefusal {
        public QuotaExceeded(PlanItemId itemId, int wanted, int left) {
            super(
                    "plan item " + itemId + " has " + left + " left, not " + wanted,
                    Map.of("itemId", itemId.value(), "wanted", wanted, "left", left));
        }
    }

    /** Nothing of the item is open any more. */
    public static final class ItemSettled extends PlanRefusal {
        public ItemSettled(PlanItemId itemId) {
            super("plan item " + itemId + " is settled", Map.of("itemId", itemId.value()));
        }
    }

    /** The year is not over, or still has something open. */
    public static final class YearNotSettled extends PlanRefusal {
        public YearNotSettled(PlanYear year, List<PlanItemId> unsettled) {
            super(
                    "the year " + year + " ends with " + year.lastDay() + "; unsettled items are " + unsettled,
                    Map.of(
                            "year",
                            year.toString(),
                            "lastDay",
                            year.lastDay(),
                            "items",
                            unsettled.stream().map(PlanItemId::value).toList()));
        }
    }

    /** A closed year takes nothing new. */
    public static final class YearClosed extends PlanRefusal {
        public YearClosed(PlanYear year) {
            super("the year " + year + " is closed", Map.of("year", year.toString()));
        }
    }
}
