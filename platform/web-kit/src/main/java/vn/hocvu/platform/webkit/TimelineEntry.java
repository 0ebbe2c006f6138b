package vn.hocvu.platform.webkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an object, as its timeline tells it.
 *
 * @param sentence     what happened, in one sentence of the page's language
 * @param actor        sign-in name or policy
 * @param role         role code under which it was done
 * @param organization id of the body acted for
 * @param effectiveOn  from when it counts
 * @param recordedAt   when it was recorded
 * @param reason       why, if it needed a reason
 * @param document     the paper it rests on, as one line
 * @param changes      what changed, field by field
 * @param kind         stable name of the kind, for filters
 * @param raw          technical detail as JSON, shown behind a switch
 */
public record TimelineEntry(
        String sentence,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String organization,
        @Nullable LocalDate effectiveOn,
        @Nullable Instant recordedAt,
        @Nullable String reason,
        @Nullable String document,
        List<Change> changes,
        String kind,
        @Nullable String raw) {
    public TimelineEntry {
        changes = List.copyOf(changes);
    }

    /** The least an entry says. */
    public static TimelineEntry of(String kind, String sentence, @Nullable String actor, @Nullable Instant recordedAt) {
        return new TimelineEntry(sentence, actor, null, null, null, recordedAt, null, null, List.of(), kind, null);
    }

    public TimelineEntry as(@Nullable String newRole, @Nullable String newOrganization) {
        return new TimelineEntry(
                sentence,
                actor,
                newRole,
                newOrganization,
                effectiveOn,
                recordedAt,
                reason,
                document,
                changes,
                kind,
                raw);
    }

    public TimelineEntry effective(@Nullable LocalDate day) {
        return new TimelineEntry(
                sentence, actor, role, organization, day, recordedAt, reason, document, changes, kind, raw);
    }

    public TimelineEntry because(@Nullable String why) {
        return new TimelineEntry(
                sentence, actor, role, organization, effectiveOn, recordedAt, why, document, changes, kind, raw);
    }

    public TimelineEntry under(@Nullable String paper) {
        return new TimelineEntry(
                sentence, actor, role, organization, effectiveOn, recordedAt, reason, paper, changes, kind, raw);
    }

    public TimelineEntry changing(List<Change> fields) {
        return new TimelineEntry(
                sentence, actor, role, organization, effectiveOn, recordedAt, reason, document, fields, kind, raw);
    }

    public TimelineEntry technical(@Nullable String json) {
        return new TimelineEntry(
                sentence, actor, role, organization, effectiveOn, recordedAt, reason, document, changes, kind, json);
    }

    /**
     * One field before and after.
     *
     * @param label  label of the field in the form, in the page's language
     * @param before old value as shown, absent if there was none
     * @param after  new value as shown, absent if it was taken away
     */
    public record Change(
            String label, @Nullable String before, @Nullable String after) {}
}
