package vn.hocvu.platform.auditchain;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was signed.
 *
 * @param aggregate the aggregate it is about, if it can be told
 * @param sequence  of the event, -1 if it cannot be told
 * @param leaf      place in the log, -1 if it has none
 */
public record Problem(Kind kind, @Nullable String aggregate, long sequence, long leaf, String text) {
    /** What is wrong. */
    public enum Kind {
        /** An event does not have the content that its hash was made of. */
        CHANGED,
        /** An event that the log knows is not in the store. */
        REMOVED,
        /** An event is in the store that the log does not know, though it should. */
        INSERTED,
        /** An event carries a hash that is not the one in the log. */
        REWRITTEN,
        /** The history of an aggregate has a gap or says something twice. */
        BROKEN_SEQUENCE,
        /** The log differs from what was signed. */
        LOG_DIFFERS,
        /** The log ends before what was signed. */
        LOG_CUT,
        /** A checkpoint or key change is not signed as it must be, or does not extend the one before. */
        BAD_SIGNATURE,
        /** The file cannot be read to its end. */
        UNREADABLE
    }

    static Problem of(Kind kind, String text) {
        return new Problem(kind, null, -1, -1, text);
    }

    /** For people. */
    public String sentence() {
        var where = new StringBuilder();
        if (aggregate != null) {
            where.append("aggregate ").append(aggregate).append(", sequence ").append(sequence);
        }
        if (leaf >= 0) {
            where.append(where.isEmpty() ? "leaf " : " (leaf ").append(leaf).append(aggregate == null ? "" : ")");
        }
        return (where.isEmpty() ? "" : where + ": ") + text;
    }
}
