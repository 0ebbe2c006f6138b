package vn.hocvu.reporting.views.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One learner joins or leaves the roll of a class.
 *
 * @param people    +1 or -1
 * @param kind      enrolment type (NEW, LATE, TRANSFER_IN, REINSTATED) or the name of the exit's message
 * @param fromClass class a transferred learner comes from
 */
public record Move(
        Moment at, int people, String kind, @Nullable String fromClass) {}
