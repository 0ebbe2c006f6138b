package vn.hocvu.planning.trainingplan;

import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.AmendmentOutdated;
import vn.hocvu.planning.trainingplan.PlanRefusal.BelowCommittedClasses;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/**
 * What an amendment changes: one item, from what it says to what it shall say.
 *
 * @param itemId absent for an item that is still to be added
 * @param before what the item says, absent for an item to be added
 * @param after  what it shall say, absent for an item to be removed
 */
record AmendmentChange(
        AmendmentKind kind,
        @Nullable PlanItemId itemId,
        @Nullable PlanItemTerms before,
        @Nullable PlanItemTerms after) {

    /** Refuses a change that does more, less or other than its kind says. */
    void require(PlanYear year) {
        if ((itemId == null) != (kind == AmendmentKind.ADD_ITEM)) {
            throw new Malformed("itemId", "an item to be changed, none for one to be added", kind);
        }
        if ((before == null) != (kind == AmendmentKind.ADD_ITEM)) {
            throw new Malformed("before", "what the item says, nothing for one to be added", kind);
        }
        if ((after == null) != (kind == AmendmentKind.REMOVE_ITEM)) {
            throw new Malformed("after", "what the item shall say, nothing for one to be removed", kind);
        }
        if (after != null) {
            year.requirePeriod(after);
        }
        if (before != null && after != null && !fits(before, after)) {
            throw new Malformed("after", "other than before in what " + kind + " changes, and in nothing else", kind);
        }
    }

    /** Refuses a change that starts from what the item no longer says, or that would cut classes already in use. */
    void requireStillFits(PlanState state) {
        if (itemId == null) {
            return;
        }
        var item = state.item(itemId);
        if (!item.terms().equals(before)) {
            throw new AmendmentOutdated(itemId);
        }
        var done = item.fulfilment();
        int committed = done.granted() + done.opened() + done.unfulfilled();
        int left = after == null ? 0 : after.quota().classes();
        if (left < committed) {
            throw new BelowCommittedClasses(itemId, left, committed);
        }
    }

    private boolean fits(PlanItemTerms from, PlanItemTerms to) {
        return switch (kind) {
            case INCREASE ->
                to.quota().exceeds(from.quota()) && from.with(to.quota()).equals(to);
            case DECREASE ->
                from.quota().exceeds(to.quota()) && from.with(to.quota()).equals(to);
            case MOVE_VENUE ->
                !from.venue().equals(to.venue()) && from.with(to.venue()).equals(to);
            case CHANGE_FUNDING ->
                !from.funding().equals(to.funding()) && from.with(to.funding()).equals(to);
            case RESCHEDULE -> !from.equals(to) && from.with(to.period()).equals(to);
            case ADD_ITEM, REMOVE_ITEM -> true;
        };
    }
}
