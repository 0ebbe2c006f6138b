package vn.hocvu.planning.messages.published;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.offplanrequest.OffPlanEvent;
import vn.hocvu.planning.offplanrequest.OffPlanEvent.*;
import vn.hocvu.planning.trainingplan.Category;
import vn.hocvu.planning.trainingplan.ClassType;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.FundingSource;
import vn.hocvu.planning.trainingplan.OffPlanRequestId;
import vn.hocvu.planning.trainingplan.OrgId;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.platform.eventstream.Message;

/** Turns what happened to a request for an off-plan class into what the world hears of it. */
final class OffPlanMessages {
    private OffPlanMessages() {}

    static Optional<Message> of(OffPlanEvent event) {
        return Optional.of(
                switch (event) {
                    case OffPlanClassRequested e -> message(event, Requested.of(e));
                    case OffPlanApproved e -> message(event, Approved.of(e));
                    case OffPlanWithdrawn e -> message(event, e);
                    case OffPlanAssessed e -> message(event, e);
                    case OffPlanConsulted e -> message(event, e);
                    case OffPlanReported e -> message(event, e);
                    case OffPlanRejected e -> message(event, e);
                });
    }

    private static Message message(OffPlanEvent event, Object payload) {
        return new Message(event.getClass().getSimpleName(), 1, payload);
    }

    private record Requested(
            OffPlanRequestId requestId,
            OrgId requesterOrgId,
            ClassType classType,
            Category category,
            int learners,
            FundingSource fundingSource,
            @Nullable OrgId fundingOrgId,
            String need,
            LocalDate desiredStart,
            LocalDate effectiveOn) {
        static Requested of(OffPlanClassRequested e) {
            return new Requested(
                    e.requestId(),
                    e.requesterOrgId(),
                    e.classType(),
                    e.category(),
                    e.learners(),
                    e.funding().source(),
                    e.funding().orgId(),
                    e.need(),
                    e.desiredStart(),
                    e.effectiveOn());
        }
    }

    private record Approved(
            OffPlanRequestId requestId,
            PlanYear year,
            PublishedItem item,
            DocumentRef document,
            LocalDate effectiveOn) {
        static Approved of(OffPlanApproved e) {
            return new Approved(
                    e.requestId(), e.year(), PublishedItem.of(null, e.item()), e.document(), e.effectiveOn());
        }
    }
}
