package vn.hocvu.planning.trainingplan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.SamePersonDecides;

/** SD1: whoever worked on a proposal does not approve it. */
final class Segregation {
    private Segregation() {}

    static void require(List<String> proposers, @Nullable String actor) {
        if (actor != null && proposers.contains(actor)) {
            throw new SamePersonDecides(actor);
        }
    }
}
