package vn.hocvu.planning.trainingplan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.SamePersonDecides;

/** SD1: whoever worked on a proposal does not approve it. */
public final class Segregation {
    private Segregation() {}

    /** Refuses a decision by one of the proposers. */
    public static void require(List<String> proposers, @Nullable String actor) {
        if (actor != null && proposers.contains(actor)) {
            throw new SamePersonDecides(actor);
        }
    }
}
