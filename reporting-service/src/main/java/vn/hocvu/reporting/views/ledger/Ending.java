package vn.hocvu.reporting.views.ledger;

/** How a class ended after it had opened, with the learners who reached its aim and those who did not. */
public record Ending(Moment at, Kind kind, int reached, int notReached) {

    public enum Kind {
        GRADUATED,
        CLOSED,
        TERMINATED,
        MERGED
    }
}
