package vn.hocvu.planning.offplanrequest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.offplanrequest.OffPlanEvent.*;

/**
 * What a request must know to decide.
 *
 * @param requested what was asked for
 * @param proposers who asked for it
 */
record OffPlanState(OffPlanPhase phase, OffPlanClassRequested requested, List<String> proposers) {
    OffPlanState {
        proposers = List.copyOf(proposers);
    }

    static OffPlanState of(OffPlanClassRequested requested, @Nullable String actor) {
        return new OffPlanState(OffPlanPhase.REQUESTED, requested, actor == null ? List.of() : List.of(actor));
    }

    OffPlanState after(OffPlanEvent event) {
        return switch (event) {
            case OffPlanClassRequested e -> this;
            case OffPlanWithdrawn e -> in(OffPlanPhase.WITHDRAWN);
            case OffPlanAssessed e -> in(OffPlanPhase.ASSESSED);
            case OffPlanConsulted e -> in(OffPlanPhase.CONSULTED);
            case OffPlanReported e -> in(OffPlanPhase.REPORTED);
            case OffPlanApproved e -> in(OffPlanPhase.APPROVED);
            case OffPlanRejected e -> in(OffPlanPhase.REJECTED);
        };
    }

    private OffPlanState in(OffPlanPhase next) {
        return new OffPlanState(next, requested, proposers);
    }
}
