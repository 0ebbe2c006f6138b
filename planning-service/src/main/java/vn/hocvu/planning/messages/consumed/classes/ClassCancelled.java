package vn.hocvu.planning.messages.consumed.classes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.DocumentRef;

/**
 * A class was cancelled before it opened.
 *
 * @param quotaReturned true if another class may take its place in the plan
 */
public record ClassCancelled(
        String classId,
        String planItemId,
        String reasonCode,
        @Nullable String reasonText,
        boolean quotaReturned,
        @Nullable DocumentRef document,
        LocalDate effectiveOn) {}
