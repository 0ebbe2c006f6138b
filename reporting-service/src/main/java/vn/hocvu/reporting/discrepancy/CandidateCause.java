package vn.hocvu.reporting.discrepancy;

import java.util.List;
import vn.hocvu.reporting.publishedfigure.Count;

/**
 * A cause that would explain part of the gap in both measures.
 *
 * @param matched what it explains
 * @param residue what is left of the gap
 * @param about   plan items or classes it rests on
 */
public record CandidateCause(Cause cause, Count matched, Count residue, List<String> about) {
    public CandidateCause {
        about = List.copyOf(about);
    }
}
