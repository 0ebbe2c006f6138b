package vn.hocvu.classes.trainingclass;

import java.util.Set;

/** Where a class stands in its life cycle. */
public enum Phase {
    PROPOSED,
    RECRUITING,
    READY,
    OPENED,
    IN_PROGRESS,
    SUSPENDED,
    TAUGHT,
    GRADUATED,
    CLOSED,
    CANCELLED,
    TERMINATED;

    private static final Set<Phase> BEFORE_OPENING = Set.of(PROPOSED, RECRUITING, READY, CANCELLED);
    private static final Set<Phase> ENDED = Set.of(GRADUATED, CLOSED, CANCELLED, TERMINATED);

    /** The class has been opened at some time, so it counts in the stock until it ended. */
    public boolean wasOpened() {
        return !BEFORE_OPENING.contains(this);
    }

    /** Nothing further can happen to the class. */
    public boolean hasEnded() {
        return ENDED.contains(this);
    }
}
