package vn.hocvu.reporting.views.figures.planhistory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.reporting.messages.consumed.Heard;
import vn.hocvu.reporting.views.figures.ledger.Moment;
import vn.hocvu.reporting.views.figures.planbook.ItemTerms;

/**
 * One thing that happened to a plan, an item or an amendment, with everybody who stands behind it.
 *
 * @param at          when it took effect, when it was recorded, and by which paper
 * @param sequence    place in the plan's history
 * @param actor       sign-in name of the person, or the policy
 * @param role        role under which it was done
 * @param organization body acted for
 * @param itemId      the item it is about, if it is about one
 * @param amendmentId the amendment it belongs to, if any
 * @param requestId   the request for an off-plan class that it follows, if any
 * @param amendmentKind what the amendment does, if it belongs to one
 * @param reasonText  why, in words; for a rejection the comments
 * @param approvedBy  sign-in names of everybody who agreed, in order
 * @param before      what the item said before, if this changes what it says
 * @param after       what the item says after, if this changes what it says
 * @param classes     classes given up or opened by it
 * @param learners    learners given up, or enrolled when the class opened
 */
public record PlanMove(
        Moment at,
        long sequence,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String organization,
        @Nullable String itemId,
        @Nullable String amendmentId,
        @Nullable String requestId,
        @Nullable String amendmentKind,
        @Nullable String reasonCode,
        @Nullable String reasonText,
        List<String> approvedBy,
        @Nullable ItemTerms before,
        @Nullable ItemTerms after,
        int classes,
        int learners,
        @Nullable String classId) {

    public PlanMove {
        approvedBy = List.copyOf(approvedBy);
    }

    /** Stable name of what happened, {@code PlanAmended}. */
    public String kind() {
        return at.eventType();
    }

    static PlanMove of(Fact<Heard> fact, Telling said) {
        var who = fact.metadata();
        return new PlanMove(
                Moment.of(fact, said.effectiveOn()),
                fact.sequence(),
                who.get("actor"),
                who.get("role"),
                who.get("organization"),
                said.itemId(),
                said.text("amendmentId"),
                said.text("requestId"),
                said.text("amendmentId") == null ? null : said.text("kind"),
                said.text("reasonCode"),
                said.text("reasonText") == null ? said.text("comments") : said.text("reasonText"),
                said.approvers(),
                said.before(),
                said.after(),
                said.classes(),
                said.learners(),
                said.text("classId"));
    }
}
