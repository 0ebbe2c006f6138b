package vn.hocvu.planning.offplanrequest;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.*;
import vn.hocvu.planning.offplanrequest.OffPlanEvent.*;
import vn.hocvu.planning.offplanrequest.OffPlanRefusal.AssessmentIncomplete;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.OffPlanRequestId;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.trainingplan.PlanRefusal.ReasonMissing;
import vn.hocvu.planning.trainingplan.PlanRefusal.WrongState;
import vn.hocvu.planning.trainingplan.Quota;
import vn.hocvu.planning.trainingplan.Segregation;

/** A request for a class that the plan does not have, from the need to the decision. */
@SuppressWarnings("NullAway.Init") // both fields are set by the first event, which every other order finds there
public class OffPlanRequest {
    @AggregateIdentifier
    private OffPlanRequestId id;

    private OffPlanState state;

    /** For the store, which fills a request from its events. */
    protected OffPlanRequest() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(
            RequestOffPlanClass order,
            @MetaDataValue("role") @Nullable String role,
            @MetaDataValue("organization") @Nullable String organization) {
        if (id != null) {
            throw new WrongState(state.phase(), "NEW");
        }
        apply(Requesting.of(order, role, organization));
    }

    @CommandHandler
    void handle(
            WithdrawOffPlan order,
            @MetaDataValue("role") @Nullable String role,
            @MetaDataValue("organization") @Nullable String organization) {
        Requesting.requireOwn(id, state.requested().requesterOrgId(), role, organization);
        Stages.requireOpen(state.phase());
        apply(new OffPlanWithdrawn(id, order.effectiveOn()));
    }

    @CommandHandler
    void handle(AssessOffPlan order) {
        Stages.require(id, state.phase(), OffPlanPhase.REQUESTED);
        var need = order.need();
        var lecturers = order.lecturerCapacity();
        var time = order.timeSlot();
        if (need == null || lecturers == null || time == null) {
            throw new AssessmentIncomplete(id);
        }
        apply(new OffPlanAssessed(id, need, lecturers, time, order.effectiveOn()));
    }

    @CommandHandler
    void handle(RecordConsultation order) {
        Stages.require(id, state.phase(), OffPlanPhase.ASSESSED);
        var document = DocumentRef.required(order.document());
        apply(new OffPlanConsulted(id, order.orgId(), order.heldOn(), order.outcome(), document, order.effectiveOn()));
    }

    @CommandHandler
    void handle(ReportOffPlan order) {
        Stages.require(id, state.phase(), OffPlanPhase.CONSULTED);
        apply(new OffPlanReported(id, order.toOrgId(), DocumentRef.required(order.document()), order.effectiveOn()));
    }

    @CommandHandler
    void handle(ApproveOffPlan order, @MetaDataValue("actor") @Nullable String actor) {
        Stages.require(id, state.phase(), OffPlanPhase.REPORTED);
        Segregation.require(state.proposers(), actor);
        var asked = state.requested();
        var item = new PlanItemTerms(
                asked.classType(),
                asked.category(),
                asked.funding(),
                asked.requesterOrgId(),
                order.venue(),
                order.studyMode(),
                Quota.explicit(1, asked.learners()),
                null);
        apply(new OffPlanApproved(id, order.year(), item, DocumentRef.required(order.document()), order.effectiveOn()));
    }

    @CommandHandler
    void handle(RejectOffPlan order, @MetaDataValue("actor") @Nullable String actor) {
        Stages.require(id, state.phase(), OffPlanPhase.REPORTED);
        Segregation.require(state.proposers(), actor);
        if (order.comments().isBlank()) {
            throw new ReasonMissing("comments");
        }
        apply(new OffPlanRejected(id, order.comments(), order.effectiveOn()));
    }

    @EventSourcingHandler
    void on(OffPlanEvent event, @MetaDataValue("actor") @Nullable String actor) {
        id = event.requestId();
        state = event instanceof OffPlanClassRequested requested
                ? OffPlanState.of(requested, actor)
                : state.after(event);
    }
}
