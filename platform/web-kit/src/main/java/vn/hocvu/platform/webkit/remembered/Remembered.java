package vn.hocvu.platform.webkit.remembered;

import java.time.Instant;
import java.util.List;
import vn.hocvu.platform.eventstore.Actor;

/** What a person has left somewhere: nobody else sees it, and it is no fact of the business. */
public interface Remembered {
    /** Longest content, in characters. */
    int LONGEST = 50_000;

    /** What it is that was left. */
    enum Kind {
        /** A form that was begun and not sent; forgotten after 30 days. */
        DRAFT,
        /** Columns chosen for a list; kept until chosen anew. */
        COLUMNS
    }

    /**
     * One thing that was left.
     *
     * @param place   where, below the place that was asked for
     * @param content as it was kept
     * @param at      when it was last kept
     */
    record Note(String place, String content, Instant at) {}

    /** What the person left at the place itself and at places that begin with it and a {@code #}. */
    List<Note> of(Actor person, Kind kind, String place);

    /**
     * Keeps it in place of what was there before. Of drafts, the 50 latest of each person are kept.
     *
     * @param place   at most 400 characters
     * @param content at most {@value #LONGEST} characters
     */
    void keep(Actor person, Kind kind, String place, String content);

    /** Does nothing when there is nothing. */
    void forget(Actor person, Kind kind, String place);
}
