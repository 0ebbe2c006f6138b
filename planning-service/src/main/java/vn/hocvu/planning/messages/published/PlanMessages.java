package vn.hocvu.planning.messages.published;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.AmbiguousFigure;
import vn.hocvu.planning.trainingplan.AmendmentId;
import vn.hocvu.planning.trainingplan.AmendmentKind;
import vn.hocvu.planning.trainingplan.AmendmentReason;
import vn.hocvu.planning.trainingplan.AmendmentStep;
import vn.hocvu.planning.trainingplan.Approver;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.OffPlanRequestId;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.platform.eventstream.Message;

/** Turns what happened to a plan into what the world hears of it; the compiler asks about every new fact. */
public final class PlanMessages {
    private PlanMessages() {}

    public static Optional<Message> of(PlanEvent event) {
        return Optional.of(
                switch (event) {
                    case PlanItemAdded e -> message(event, ItemAdded.of(e));
                    case PlanItemChanged e -> message(event, ItemChanged.of(e));
                    case PlanAllocated e -> message(event, Allocated.of(e));
                    case AmendmentProposed e -> message(event, Proposed.of(e));
                    case PlanAmended e -> message(event, Amended.of(e));
                    case QuotaClarified e -> message(event, Clarified.of(e));
                    case AmendmentEndorsed e -> message(event, e);
                    case AmendmentRejected e -> message(event, e);
                    case AmendmentWithdrawn e -> message(event, e);
                    case PlanDrafted e -> message(event, e);
                    case PlanItemRemoved e -> message(event, e);
                    case PlanSubmitted e -> message(event, e);
                    case PlanReturned e -> message(event, e);
                    case PlanApproved e -> message(event, e);
                    case AwaitedDocumentReceived e -> message(event, e);
                    case ClassSlotGranted e -> message(event, e);
                    case ClassSlotDenied e -> message(event, e);
                    case ClassSlotReturned e -> message(event, e);
                    case ClassLinked e -> message(event, e);
                    case PlanItemUnfulfilled e -> message(event, e);
                    case CarryOverDetermined e -> message(event, e);
                    case PlanYearClosed e -> message(event, e);
                });
    }

    private static Message message(PlanEvent event, Object payload) {
        return new Message(event.getClass().getSimpleName(), 1, payload);
    }

    private record ItemAdded(
            PlanId planId,
            PublishedItem item,
            @Nullable Boolean offPlan,
            @Nullable OffPlanRequestId requestId,
            LocalDate effectiveOn) {
        static ItemAdded of(PlanItemAdded e) {
            return new ItemAdded(
                    e.planId(),
                    PublishedItem.of(e.itemId(), e.terms()),
                    e.offPlan() ? Boolean.TRUE : null,
                    e.requestId(),
                    e.effectiveOn());
        }
    }

    private record Proposed(
            PlanId planId,
            AmendmentId amendmentId,
            AmendmentKind kind,
            @Nullable PlanItemId itemId,
            @Nullable PublishedItem before,
            @Nullable PublishedItem after,
            AmendmentReason reasonCode,
            @Nullable String reasonText,
            DocumentRef document,
            List<AmendmentStep> steps,
            LocalDate effectiveOn) {
        static Proposed of(AmendmentProposed e) {
            return new Proposed(
                    e.planId(),
                    e.amendmentId(),
                    e.kind(),
                    e.itemId(),
                    PublishedItem.orNone(e.itemId(), e.before()),
                    PublishedItem.orNone(e.itemId(), e.after()),
                    e.reasonCode(),
                    e.reasonText(),
                    e.document(),
                    e.steps(),
                    e.effectiveOn());
        }
    }

    private record Amended(
            PlanId planId,
            AmendmentId amendmentId,
            AmendmentKind kind,
            PlanItemId itemId,
            @Nullable PublishedItem before,
            @Nullable PublishedItem after,
            AmendmentReason reasonCode,
            DocumentRef document,
            List<Approver> approvedBy,
            LocalDate effectiveOn) {
        static Amended of(PlanAmended e) {
            return new Amended(
                    e.planId(),
                    e.amendmentId(),
                    e.kind(),
                    e.itemId(),
                    PublishedItem.orNone(e.itemId(), e.before()),
                    PublishedItem.orNone(e.itemId(), e.after()),
                    e.reasonCode(),
                    e.document(),
                    e.approvedBy(),
                    e.effectiveOn());
        }
    }

    private record Clarified(
            PlanId planId,
            PlanItemId itemId,
            PublishedItem before,
            PublishedItem after,
            DocumentRef document,
            LocalDate effectiveOn) {
        static Clarified of(QuotaClarified e) {
            return new Clarified(
                    e.planId(),
                    e.itemId(),
                    PublishedItem.of(e.itemId(), e.before()),
                    PublishedItem.of(e.itemId(), e.after()),
                    e.document(),
                    e.effectiveOn());
        }
    }

    private record ItemChanged(
            PlanId planId, PlanItemId itemId, PublishedItem before, PublishedItem after, LocalDate effectiveOn) {
        static ItemChanged of(PlanItemChanged e) {
            return new ItemChanged(
                    e.planId(),
                    e.itemId(),
                    PublishedItem.of(e.itemId(), e.before()),
                    PublishedItem.of(e.itemId(), e.after()),
                    e.effectiveOn());
        }
    }

    private record Allocated(
            PlanId planId,
            PlanYear year,
            DocumentRef document,
            List<PublishedItem> allocations,
            int totalClasses,
            int totalLearners,
            List<AmbiguousFigure> ambiguousFigures,
            LocalDate effectiveOn) {
        static Allocated of(PlanAllocated e) {
            return new Allocated(
                    e.planId(),
                    e.year(),
                    e.document(),
                    e.allocations().stream()
                            .map(a -> PublishedItem.of(a.itemId(), a.terms()))
                            .toList(),
                    e.totals().classes(),
                    e.totals().learners(),
                    e.totals().ambiguousFigures(),
                    e.effectiveOn());
        }
    }
}
