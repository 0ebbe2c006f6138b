package vn.hocvu.planning.trainingplan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanCommand.*;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.trainingplan.PlanRefusal.*;

/** The training plan of one year: a ledger of what was promised, and of what became of each promise. */
public class TrainingPlan {
    @AggregateIdentifier
    private PlanId id;

    private PlanState state = PlanState.EMPTY;

    /** For the store, which fills a plan from its events. */
    protected TrainingPlan() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DraftPlan order, CarryOverBook book) {
        var year = order.planId().year();
        if (id != null) {
            throw new PlanYearTaken(year);
        }
        var in = book.runningAtEndOf(year.eve());
        apply(new PlanDrafted(
                order.planId(), year, in.classes(), in.learners(), in.effectiveAsOf(), order.effectiveOn()));
    }

    /** Answers the number of the new item. */
    @CommandHandler
    String handle(AddPlanItem order) {
        Phases.requireDraft(id.year(), state.phase());
        var itemId = state.nextItemId(id.year());
        apply(new PlanItemAdded(id, itemId, id.year().requirePeriod(order.terms()), order.effectiveOn()));
        return itemId.value();
    }

    @CommandHandler
    void handle(ChangePlanItem order) {
        Phases.requireDraft(id.year(), state.phase());
        var before = state.item(order.itemId()).terms();
        var after = id.year().requirePeriod(order.terms());
        if (!before.equals(after)) {
            apply(new PlanItemChanged(id, order.itemId(), before, after, order.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(RemovePlanItem order) {
        Phases.requireDraft(id.year(), state.phase());
        apply(new PlanItemRemoved(id, state.item(order.itemId()).id(), order.effectiveOn()));
    }

    @CommandHandler
    void handle(SubmitPlan order) {
        Phases.require(id.year(), state.phase(), PlanPhase.DRAFT);
        if (state.items().isEmpty()) {
            throw new WrongState("NO_ITEM", "AT_LEAST_ONE_ITEM");
        }
        apply(new PlanSubmitted(id, state.totals(), order.effectiveOn()));
    }

    @CommandHandler
    void handle(ReturnPlan order) {
        Phases.require(id.year(), state.phase(), PlanPhase.SUBMITTED);
        apply(new PlanReturned(id, order.comments(), order.effectiveOn()));
    }

    @CommandHandler
    void handle(ApprovePlan order, @MetaDataValue("actor") @Nullable String actor) {
        Phases.require(id.year(), state.phase(), PlanPhase.SUBMITTED);
        Segregation.require(state.proposers(), actor);
        apply(new PlanApproved(id, DocumentRef.required(order.document()), order.effectiveOn()));
    }

    @CommandHandler
    void handle(AllocatePlan order) {
        Phases.require(id.year(), state.phase(), PlanPhase.APPROVED);
        var totals = state.totals();
        ConfirmedTotals.require(order.confirmed(), totals);
        var document = DocumentRef.required(order.document());
        apply(new PlanAllocated(id, id.year(), document, state.allocations(), totals, order.effectiveOn()));
    }

    /** Answers the number of the amendment. */
    @CommandHandler
    String handle(ProposeAmendment order, AmendmentThreshold threshold, @MetaDataValue("role") @Nullable String role) {
        var proposed = Amending.proposed(state, order, threshold, role);
        apply(proposed);
        return proposed.amendmentId().value();
    }

    @CommandHandler
    void handle(WithdrawAmendment order, @MetaDataValue("actor") @Nullable String actor) {
        apply(Amending.withdrawn(state, order, actor));
    }

    @CommandHandler
    void handle(
            ApproveAmendment order,
            @MetaDataValue("role") @Nullable String role,
            @MetaDataValue("actor") @Nullable String actor) {
        apply(Amending.approved(state, order, role, actor));
    }

    @CommandHandler
    void handle(
            RejectAmendment order,
            @MetaDataValue("role") @Nullable String role,
            @MetaDataValue("actor") @Nullable String actor) {
        apply(Amending.rejected(state, order, role, actor));
    }

    @CommandHandler
    void handle(
            ClarifyQuota order,
            @MetaDataValue("role") @Nullable String role,
            @MetaDataValue("organization") @Nullable String organization) {
        Phases.require(id.year(), state.phase(), PlanPhase.ALLOCATED);
        apply(Clarifying.of(Requesters.require(state.item(order.itemId()), role, organization), order));
    }

    @CommandHandler
    void handle(AddOffPlanItem order) {
        if (!state.hasItemFor(order.requestId())) {
            Phases.require(id.year(), state.phase(), PlanPhase.ALLOCATED);
            var itemId = state.nextItemId(id.year());
            apply(new PlanItemAdded(id, itemId, order.terms(), order.requestId(), order.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(
            RecordAwaitedDocument order,
            @MetaDataValue("role") @Nullable String role,
            @MetaDataValue("organization") @Nullable String organization) {
        Phases.require(id.year(), state.phase(), PlanPhase.ALLOCATED);
        var item = AwaitingItems.require(Requesters.require(state.item(order.itemId()), role, organization));
        apply(new AwaitedDocumentReceived(id, item.id(), DocumentRef.required(order.document()), order.effectiveOn()));
    }

    @CommandHandler
    void handle(GrantClassSlot order) {
        SlotRule.answer(state, order).ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ReturnClassSlot order) {
        if (state.granted(order.itemId(), order.classId())) {
            apply(new ClassSlotReturned(id, order.itemId(), order.classId(), order.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(LinkClass order) {
        SlotRule.opened(state.item(order.itemId()), order).ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(MarkUnfulfilled order) {
        if (order.classId() != null && !state.granted(order.itemId(), order.classId())) {
            return; // that class held no place, so the plan loses nothing
        }
        Phases.require(id.year(), state.phase(), PlanPhase.ALLOCATED);
        apply(GivingUp.of(state.item(order.itemId()), order));
    }

    @CommandHandler
    void handle(ClosePlanYear order, CarryOverBook book) {
        Phases.require(id.year(), state.phase(), PlanPhase.ALLOCATED);
        YearEnd.require(id.year(), state, order.effectiveOn());
        var out = book.runningAtEndOf(id.year().lastDay());
        apply(YearEnd.carriedOut(id, out, order.effectiveOn()));
        apply(new PlanYearClosed(id, id.year(), state.yearTotals(), order.document(), order.effectiveOn()));
    }

    @EventSourcingHandler
    void on(PlanEvent event, @MetaDataValue("actor") @Nullable String actor) {
        id = event.planId();
        state = state.after(event, actor);
    }
}
