package vn.hocvu.planning.views.offplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.offplanrequest.OffPlanEvent;
import vn.hocvu.planning.offplanrequest.OffPlanEvent.*;
import vn.hocvu.planning.offplanrequest.OffPlanPhase;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * One request for an off-plan class with what was found and decided.
 *
 * @param requested  what was asked for; absent only in a row of a request that was never made
 * @param assessed   the three criteria, absent before
 * @param consulted  absent before
 * @param reported   absent before
 * @param approved   absent unless it was approved
 * @param rejected   absent unless it was rejected
 * @param steps      what happened, in order
 * @param version    last sequence of the request
 */
public record OffPlanRow(
        String requestId,
        OffPlanPhase phase,
        @Nullable OffPlanClassRequested requested,
        @Nullable OffPlanAssessed assessed,
        @Nullable OffPlanConsulted consulted,
        @Nullable OffPlanReported reported,
        @Nullable OffPlanApproved approved,
        @Nullable OffPlanRejected rejected,
        List<Step> steps,
        long version)
        implements Row<OffPlanEvent, OffPlanRow> {

    /**
     * One thing that happened.
     *
     * @param kind stable name of the fact
     */
    public record Step(
            String kind,
            LocalDate effectiveOn,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String organization) {}

    static OffPlanRow empty(String requestId) {
        return new OffPlanRow(requestId, OffPlanPhase.REQUESTED, null, null, null, null, null, null, List.of(), -1);
    }

    @Override
    public OffPlanRow after(Fact<OffPlanEvent> fact) {
        var e = fact.body();
        var more = new ArrayList<>(steps);
        more.add(new Step(
                e.getClass().getSimpleName(),
                e.effectiveOn(),
                fact.recordedAt(),
                fact.metadata().get("actor"),
                fact.metadata().get("role"),
                fact.metadata().get("organization")));
        return new OffPlanRow(
                requestId,
                phase(e),
                e instanceof OffPlanClassRequested r ? r : requested,
                e instanceof OffPlanAssessed a ? a : assessed,
                e instanceof OffPlanConsulted c ? c : consulted,
                e instanceof OffPlanReported r ? r : reported,
                e instanceof OffPlanApproved a ? a : approved,
                e instanceof OffPlanRejected r ? r : rejected,
                more,
                fact.sequence());
    }

    /** What was asked for. */
    public OffPlanClassRequested asked() {
        return Objects.requireNonNull(requested, requestId);
    }

    /** Business date of the last step. */
    public LocalDate since() {
        return steps.getLast().effectiveOn();
    }

    /** Who asked for it, as far as that was recorded. */
    public @Nullable String proposer() {
        return steps.getFirst().actor();
    }

    private static OffPlanPhase phase(OffPlanEvent event) {
        return switch (event) {
            case OffPlanClassRequested e -> OffPlanPhase.REQUESTED;
            case OffPlanWithdrawn e -> OffPlanPhase.WITHDRAWN;
            case OffPlanAssessed e -> OffPlanPhase.ASSESSED;
            case OffPlanConsulted e -> OffPlanPhase.CONSULTED;
            case OffPlanReported e -> OffPlanPhase.REPORTED;
            case OffPlanApproved e -> OffPlanPhase.APPROVED;
            case OffPlanRejected e -> OffPlanPhase.REJECTED;
        };
    }
}
