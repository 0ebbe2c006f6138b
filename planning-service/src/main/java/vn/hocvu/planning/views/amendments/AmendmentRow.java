package vn.hocvu.planning.views.amendments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.AmendmentId;
import vn.hocvu.planning.trainingplan.AmendmentStep;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent.AmendmentEndorsed;
import vn.hocvu.planning.trainingplan.PlanEvent.AmendmentProposed;
import vn.hocvu.planning.trainingplan.PlanEvent.AmendmentRejected;
import vn.hocvu.planning.trainingplan.PlanEvent.AmendmentWithdrawn;
import vn.hocvu.planning.trainingplan.PlanEvent.PlanAmended;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * One amendment, from its proposal to its decision.
 *
 * @param proposal      what was asked for; absent only in a row of an amendment that was never proposed
 * @param state         {@code PROPOSED}, {@code ENDORSED}, {@code APPROVED}, {@code REJECTED} or {@code WITHDRAWN}
 * @param itemId        the item, absent while that is still to be added
 * @param decisions     who agreed or disagreed, in order
 * @param comments      why it was rejected, absent otherwise
 * @param document      the paper that decided it, absent before
 * @param effectiveOn   from when the plan says otherwise; the proposed date before the decision
 * @param version       last sequence of the plan that concerned the amendment
 */
public record AmendmentRow(
        String amendmentId,
        String planId,
        @Nullable AmendmentProposed proposal,
        @Nullable String proposer,
        @Nullable String proposerRole,
        @Nullable Instant proposedAt,
        String state,
        @Nullable String itemId,
        List<Decision> decisions,
        @Nullable String comments,
        @Nullable DocumentRef document,
        @Nullable LocalDate effectiveOn,
        long version)
        implements Row<PlanEvent, AmendmentRow> {

    /**
     * Somebody's answer to the proposal.
     *
     * @param role       for whom
     */
    public record Decision(
            @Nullable String person, @Nullable String role, boolean agreed, Instant recordedAt) {}

    static AmendmentRow empty(String amendmentId) {
        return new AmendmentRow(
                amendmentId,
                new AmendmentId(amendmentId).planId().value(),
                null,
                null,
                null,
                null,
                "PROPOSED",
                null,
                List.of(),
                null,
                null,
                null,
                -1);
    }

    @Override
    public AmendmentRow after(Fact<PlanEvent> fact) {
        return switch (fact.body()) {
            case AmendmentProposed e -> proposed(e, fact);
            case AmendmentEndorsed e -> answered("ENDORSED", true, fact);
            case AmendmentRejected e -> answered("REJECTED", false, fact).saying(e.comments());
            case AmendmentWithdrawn e -> in("WITHDRAWN", decisions, fact);
            case PlanAmended e -> answered("APPROVED", true, fact).amended(e);
            default -> this;
        };
    }

    /** What was asked for. */
    public AmendmentProposed asked() {
        return Objects.requireNonNull(proposal, amendmentId);
    }

    public boolean open() {
        return state.equals("PROPOSED") || state.equals("ENDORSED");
    }

    /** Whose turn it is; nobody's once it is decided. */
    public @Nullable AmendmentStep next() {
        var steps = asked().steps();
        return open() && decisions.size() < steps.size() ? steps.get(decisions.size()) : null;
    }

    /** True if the person has had a hand in it and may therefore not decide about it. */
    public boolean involves(String person) {
        return person.equals(proposer) || decisions.stream().anyMatch(decision -> person.equals(decision.person()));
    }

    private AmendmentRow proposed(AmendmentProposed e, Fact<PlanEvent> fact) {
        var item = e.itemId();
        return new AmendmentRow(
                amendmentId,
                planId,
                e,
                fact.metadata().get("actor"),
                fact.metadata().get("role"),
                fact.recordedAt(),
                "PROPOSED",
                item == null ? null : item.value(),
                List.of(),
                null,
                null,
                e.effectiveOn(),
                fact.sequence());
    }

    private AmendmentRow answered(String next, boolean agreed, Fact<PlanEvent> fact) {
        var more = new ArrayList<>(decisions);
        more.add(new Decision(fact.metadata().get("actor"), fact.metadata().get("role"), agreed, fact.recordedAt()));
        return in(next, more, fact);
    }

    private AmendmentRow in(String next, List<Decision> answers, Fact<PlanEvent> fact) {
        return new AmendmentRow(
                amendmentId,
                planId,
                proposal,
                proposer,
                proposerRole,
                proposedAt,
                next,
                itemId,
                answers,
                comments,
                document,
                effectiveOn,
                fact.sequence());
    }

    private AmendmentRow saying(String why) {
        return new AmendmentRow(
                amendmentId,
                planId,
                proposal,
                proposer,
                proposerRole,
                proposedAt,
                state,
                itemId,
                decisions,
                why,
                document,
                effectiveOn,
                version);
    }

    private AmendmentRow amended(PlanAmended e) {
        return new AmendmentRow(
                amendmentId,
                planId,
                proposal,
                proposer,
                proposerRole,
                proposedAt,
                state,
                e.itemId().value(),
                decisions,
                comments,
                e.document(),
                e.effectiveOn(),
                version);
    }
}
