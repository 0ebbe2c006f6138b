package vn.hocvu.reporting.discrepancy;

import java.util.List;

/**
 * How a published figure differs from the derived one, and what may have caused it.
 *
 * @param published what the paper says
 * @param derived   what the facts give for the same date
 */
public record Gap(
        int published, int derived, List<CandidateCause> candidateCauses, List<BrokenIdentity> brokenIdentities) {

    public Gap {
        candidateCauses = List.copyOf(candidateCauses);
        brokenIdentities = List.copyOf(brokenIdentities);
    }

    /** Published less derived. */
    public int delta() {
        return published - derived;
    }

    /**
     * One cause that would leave less unexplained.
     *
     * @param cause    K1 to K6 (domain specification 7.2)
     * @param subjects items or classes in question
     */
    public record CandidateCause(
            String cause,
            int matchedClasses,
            int matchedLearners,
            int residueClasses,
            int residueLearners,
            List<String> subjects) {
        public CandidateCause {
            subjects = List.copyOf(subjects);
        }
    }

    /** An identity that the published figures break among themselves. */
    public record BrokenIdentity(
            String identity, int leftClasses, int leftLearners, int rightClasses, int rightLearners) {}
}
