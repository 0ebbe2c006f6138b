package vn.hocvu.planning.trainingplan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanEvent.AmendmentProposed;
import vn.hocvu.planning.trainingplan.PlanRefusal.AmendmentNotFound;
import vn.hocvu.planning.trainingplan.PlanRefusal.WrongState;

/**
 * The amendments of a plan that wait for a decision; those decided are history and not kept here, so that the book stays
 * small however long the history grows.
 *
 * @param ever amendments ever proposed, so that a number is never used twice
 */
record AmendmentBook(int ever, List<PendingAmendment> pending) {
    static final AmendmentBook EMPTY = new AmendmentBook(0, List.of());

    AmendmentBook {
        pending = List.copyOf(pending);
    }

    /** The amendment that waits, or the refusal that tells whether it was ever proposed. */
    PendingAmendment open(AmendmentId id) {
        return pending.stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> id.number() <= ever ? new WrongState("DECIDED", "PROPOSED") : new AmendmentNotFound(id));
    }

    AmendmentBook proposed(AmendmentProposed e, @Nullable String proposer) {
        var change = new AmendmentChange(e.kind(), e.itemId(), e.before(), e.after());
        var more = new ArrayList<>(pending);
        more.add(new PendingAmendment(e.amendmentId(), change, e.reasonCode(), e.steps(), proposer, List.of()));
        return new AmendmentBook(ever + 1, more);
    }

    AmendmentBook endorsed(AmendmentId id, Approver approver) {
        return replacing(id, a -> Stream.of(a.approvedBy(approver)));
    }

    AmendmentBook settled(AmendmentId id) {
        return replacing(id, a -> Stream.of());
    }

    private AmendmentBook replacing(AmendmentId id, Function<PendingAmendment, Stream<PendingAmendment>> change) {
        return new AmendmentBook(
                ever,
                pending.stream()
                        .flatMap(a -> a.id().equals(id) ? change.apply(a) : Stream.of(a))
                        .toList());
    }
}
