package vn.hocvu.reporting.discrepancy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.DetectDiscrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent.DiscrepancyDetected;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent.DiscrepancyExplained;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent.DiscrepancyResolved;

/** What an entry of the register knows to decide with; status is absent before the first gap. */
record DiscrepancyState(
        @Nullable Status status,
        int published,
        int derived,
        List<CandidateCause> causes,
        List<BrokenIdentity> broken,
        @Nullable DiscrepancyExplained explained) {
    static final DiscrepancyState NONE = new DiscrepancyState(null, 0, 0, List.of(), List.of(), null);

    boolean gap() {
        return status == Status.OPEN || status == Status.EXPLAINED;
    }

    boolean says(DetectDiscrepancy order) {
        return gap()
                && published == order.published()
                && derived == order.derived()
                && causes.equals(order.candidateCauses())
                && broken.equals(order.brokenIdentities());
    }

    /** The same explanation again, apart from the day on which it was given. */
    boolean explainedBy(DiscrepancyExplained answer) {
        return status == Status.EXPLAINED
                && explained != null
                && explained.explanation().equals(answer.explanation())
                && Objects.equals(explained.document(), answer.document());
    }

    DiscrepancyState after(DiscrepancyEvent event) {
        return switch (event) {
            case DiscrepancyDetected e ->
                new DiscrepancyState(
                        afterDetection(e),
                        e.published(),
                        e.derived(),
                        e.candidateCauses(),
                        e.brokenIdentities(),
                        explained);
            case DiscrepancyExplained e ->
                new DiscrepancyState(Status.EXPLAINED, published, derived, causes, broken, e);
            case DiscrepancyResolved e ->
                new DiscrepancyState(Status.RESOLVED, e.value(), e.value(), List.of(), List.of(), explained);
        };
    }

    /** An explanation speaks of one gap: another gap is open again. */
    private Status afterDetection(DiscrepancyDetected event) {
        return status == Status.EXPLAINED && published - derived == event.delta() ? Status.EXPLAINED : Status.OPEN;
    }
}
