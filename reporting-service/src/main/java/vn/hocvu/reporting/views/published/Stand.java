package vn.hocvu.reporting.views.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.discrepancy.BrokenIdentity;
import vn.hocvu.reporting.discrepancy.CandidateCause;
import vn.hocvu.reporting.discrepancy.Status;
import vn.hocvu.reporting.publishedfigure.DocumentRef;

/**
 * How an entry of the register stood from one instant to the next change.
 *
 * @param explanation latest explanation, kept although the gap may have changed since
 * @param explainedBy who gave it
 */
public record Stand(
        Instant since,
        LocalDate effectiveOn,
        Status status,
        int published,
        int derived,
        List<CandidateCause> causes,
        List<BrokenIdentity> broken,
        @Nullable String explanation,
        @Nullable String explainedBy,
        @Nullable DocumentRef document) {
    public Stand {
        causes = List.copyOf(causes);
        broken = List.copyOf(broken);
    }

    public int delta() {
        return published - derived;
    }
}
