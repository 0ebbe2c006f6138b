package vn.hocvu.planning.messages.published;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.hocvu.planning.trainingplan.AmbiguousFigure;
import vn.hocvu.planning.trainingplan.DocumentRef;
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

    private record ItemAdded(PlanId planId, PublishedItem item, LocalDate effectiveOn) {
        static ItemAdded of(PlanItemAdded e) {
            return new ItemAdded(e.planId(), PublishedItem.of(e.itemId(), e.terms()), e.effectiveOn());
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
