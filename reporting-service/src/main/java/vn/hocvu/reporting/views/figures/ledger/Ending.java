package vn.hocvu.reporting.views.figures.ledger;

/**
 * How a class ended after it had opened.
 *
 * @param reached    learners who graduated or completed
 * @param notReached learners of the final roll who did not
 */
public record Ending(Moment at, Kind kind, int reached, int notReached) {

    /** Ways to end. */
    public enum Kind {
        GRADUATED,
        CLOSED,
        TERMINATED
    }
}
