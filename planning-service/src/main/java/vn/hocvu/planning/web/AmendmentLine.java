package vn.hocvu.planning.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.views.amendments.AmendmentRow;
import vn.hocvu.platform.webkit.TimelineEntry.Change;

/**
 * One amendment as lists show it.
 *
 * @param state    as stored, or {@code OUTDATED} if the item has changed since it was proposed
 * @param changes  what it changes, field by field
 * @param classes  classes more, negative if fewer
 * @param learners learners more, negative if fewer
 * @param mine     true if the person signed in may decide about it now
 * @param own      true if the person has had a hand in it and therefore may not
 */
public record AmendmentLine(
        AmendmentRow row,
        String amendmentId,
        int year,
        String kind,
        String state,
        @Nullable String itemId,
        List<Change> changes,
        int classes,
        int learners,
        String reason,
        String document,
        @Nullable LocalDate effectiveOn,
        boolean mine,
        boolean own) {
    public AmendmentLine {
        changes = List.copyOf(changes);
    }

    /** True if the person signed in can approve it together with others. */
    public boolean approvable() {
        return mine && !outdated();
    }

    public boolean outdated() {
        return state.equals("OUTDATED");
    }
}
