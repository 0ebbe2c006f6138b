package vn.hocvu.planning.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.planning.trainingplan.AmendmentKind;
import vn.hocvu.planning.trainingplan.LearnersScope;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.trainingplan.Quota;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.webkit.Fields;
import vn.hocvu.platform.webkit.InvalidInput;

/** Reads what an amendment form shall make of an item; each kind has its own few fields. */
@Component
class AmendmentTerms {
    /** Hidden field with what the item said when the form was opened. */
    static final String BEFORE = "before";

    private static final JsonMapper JSON = StoredJson.mapper();
    private static final int MOST_CLASSES = 1_000;
    private static final int MOST_LEARNERS = 1_000_000;

    private final ItemTerms terms;

    AmendmentTerms(ItemTerms terms) {
        this.terms = terms;
    }

    /** What the item says, as the form carries it along. */
    static String written(PlanItemTerms before) {
        return JSON.writeValueAsString(before);
    }

    /** What the item said when the form was opened. */
    static PlanItemTerms before(Fields typed) {
        try {
            return JSON.readValue(typed.required(BEFORE), PlanItemTerms.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw InvalidInput.of(BEFORE, "error.value");
        }
    }

    /** What it shall say; absent if it shall go. */
    @Nullable
    PlanItemTerms after(AmendmentKind kind, PlanItemTerms before, Fields typed) {
        return switch (kind) {
            case INCREASE, DECREASE -> before.with(quota(before.quota(), typed));
            case MOVE_VENUE -> before.with(terms.place(typed));
            case CHANGE_FUNDING -> {
                var funding = terms.funding(typed);
                typed.check();
                yield before.with(funding.get());
            }
            case RESCHEDULE -> before.with(terms.period(typed));
            case ADD_ITEM -> added(typed);
            case REMOVE_ITEM -> null;
        };
    }

    /** What an item says that is still to be added. */
    PlanItemTerms added(Fields typed) {
        return terms.of(typed);
    }

    private static Quota quota(Quota before, Fields typed) {
        int classes = typed.integer("quotaClasses", 1, MOST_CLASSES);
        if (before.isAmbiguous()) {
            return new Quota(classes, null, null, LearnersScope.AMBIGUOUS, before.ambiguousValue(), before.readings());
        }
        int learners = typed.integer("quotaLearners", 1, MOST_LEARNERS);
        var size = before.learnersPerClass();
        return size != null && size * classes == learners
                ? Quota.ofSize(classes, size)
                : Quota.explicit(classes, learners);
    }
}
