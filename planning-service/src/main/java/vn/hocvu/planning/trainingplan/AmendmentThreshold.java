package vn.hocvu.planning.trainingplan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From which size on the city has to agree to an amendment, and not the school alone.
 *
 * @param classes         classes more or fewer, at least 1
 * @param learnersPercent learners more or fewer, in percent of the item's learners, at least 1
 */
public record AmendmentThreshold(int classes, int learnersPercent) {
    private static final int HUNDRED = 100;

    /**
     * The steps that an amendment needs: the school's, and from the threshold on the city's after it. A proposal of the
     * school board carries the school's consent to what the city decides.
     *
     * @param role role of the proposer
     */
    List<AmendmentStep> steps(AmendmentChange change, @Nullable String role) {
        var steps = new ArrayList<AmendmentStep>();
        boolean city = reachedBy(change);
        if (!city || !AmendmentStep.SCHOOL.role().equals(role)) {
            steps.add(AmendmentStep.SCHOOL);
        }
        if (city) {
            steps.add(AmendmentStep.CITY);
        }
        return steps;
    }

    private boolean reachedBy(AmendmentChange change) {
        if (Math.abs(classes(change.after()) - classes(change.before())) >= classes) {
            return true;
        }
        long learners = Math.abs(learners(change.after()) - learners(change.before()));
        return learners > 0 && learners * HUNDRED >= (long) learnersPercent * learners(change.before());
    }

    private static int classes(@Nullable PlanItemTerms terms) {
        return terms == null ? 0 : terms.quota().classes();
    }

    private static int learners(@Nullable PlanItemTerms terms) {
        return terms == null ? 0 : terms.quota().printedLearners();
    }
}
