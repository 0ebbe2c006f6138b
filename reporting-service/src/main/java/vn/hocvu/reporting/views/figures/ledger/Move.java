package vn.hocvu.reporting.views.figures.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One learner joins or leaves the roll of a class.
 *
 * @param kind    enrolment type (NEW, LATE, TRANSFER_IN, REINSTATED) or the name of the exit's message
 * @param people  +1 or −1
 * @param from    class a transferred learner comes from
 * @param running false while the class had not opened: then the move is part of the roll it opened with
 */
public record Move(
        Moment at,
        String kind,
        int people,
        String learnerId,
        @Nullable String from,
        boolean running) {}
