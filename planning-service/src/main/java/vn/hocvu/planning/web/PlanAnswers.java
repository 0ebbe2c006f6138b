package vn.hocvu.planning.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.AmbiguousFigure;
import vn.hocvu.planning.trainingplan.AmendmentKind;
import vn.hocvu.planning.trainingplan.AmendmentReason;
import vn.hocvu.planning.trainingplan.AmendmentStep;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.ItemState;
import vn.hocvu.planning.trainingplan.LearnersScope;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.trainingplan.PlanPhase;
import vn.hocvu.planning.trainingplan.QuotaReading;
import vn.hocvu.planning.views.amendments.AmendmentRow;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.planning.views.plans.PlanRow;

/** What programs are told about plans. */
final class PlanAnswers {
    private PlanAnswers() {}

    record NewItem(String itemId) {}

    /** One year's plan in figures. */
    record Plan(
            String planId,
            int year,
            PlanPhase phase,
            long version,
            int items,
            int totalClasses,
            int totalLearners,
            List<AmbiguousFigure> ambiguousFigures,
            int granted,
            int opened,
            int openedLearners,
            int unfulfilled,
            int unfulfilledLearners,
            int remaining,
            PlanRow.@Nullable Stock carriedIn,
            PlanRow.@Nullable Stock carriedOut,
            @Nullable DocumentRef approval,
            @Nullable DocumentRef allocation,
            @Nullable LocalDate allocatedOn,
            @Nullable LocalDate closedOn) {
        static Plan of(PlanRow row, PlanSums sums) {
            return new Plan(
                    row.planId(),
                    row.year(),
                    row.phase(),
                    row.version(),
                    sums.items(),
                    sums.classes(),
                    sums.learners(),
                    sums.ambiguousFigures(),
                    sums.granted(),
                    sums.opened(),
                    sums.openedLearners(),
                    sums.unfulfilled(),
                    sums.unfulfilledLearners(),
                    sums.remaining(),
                    row.carriedIn(),
                    row.carriedOut(),
                    row.approval(),
                    row.allocation(),
                    row.allocatedOn(),
                    row.closedOn());
        }
    }

    record PlanWithItems(Plan plan, List<Item> items) {}

    /** One plan item with what became of it. */
    record Item(
            String itemId,
            ItemState state,
            String classType,
            String category,
            String fundingSource,
            @Nullable String fundingOrgId,
            @Nullable String requesterOrgId,
            String venueType,
            @Nullable String venueId,
            String studyMode,
            int quotaClasses,
            @Nullable Integer quotaLearners,
            @Nullable Integer learnersPerClass,
            LearnersScope learnersScope,
            @Nullable Integer ambiguousValue,
            List<QuotaReading> readings,
            @Nullable String awaits,
            boolean awaiting,
            int granted,
            int opened,
            int openedLearners,
            int unfulfilled,
            int unfulfilledLearners,
            int remaining,
            List<PlanItemRow.LinkedClass> classes,
            List<PlanItemRow.GivenUp> givenUp,
            @Nullable LocalDate plannedFrom,
            @Nullable LocalDate plannedUntil,
            @Nullable String offPlanRequestId) {
        static Item of(PlanItemRow row) {
            var terms = row.promise();
            var quota = terms.quota();
            var done = row.fulfilment();
            var period = terms.period();
            return new Item(
                    row.itemId(),
                    row.state(),
                    terms.classType().name(),
                    terms.category().name(),
                    terms.funding().source().name(),
                    text(terms.funding().orgId()),
                    text(terms.requesterOrgId()),
                    terms.venue().type().name(),
                    text(terms.venue().venueId()),
                    terms.studyMode().name(),
                    quota.classes(),
                    quota.learners(),
                    quota.learnersPerClass(),
                    quota.scope(),
                    quota.ambiguousValue(),
                    quota.readings(),
                    text(terms.awaits()),
                    row.awaiting(),
                    done.granted(),
                    done.opened(),
                    row.enrolled(),
                    done.unfulfilled(),
                    row.unfulfilledLearners(),
                    done.remaining(),
                    row.classes(),
                    row.givenUp(),
                    period == null ? null : period.from(),
                    period == null ? null : period.until(),
                    row.requestId());
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }

    record NewAmendment(String amendmentId) {}

    /**
     * One amendment with its decision.
     *
     * @param outdated true if the item has changed since and the amendment can only be rejected or withdrawn
     */
    record Amendment(
            String amendmentId,
            String state,
            boolean outdated,
            AmendmentKind kind,
            @Nullable String itemId,
            @Nullable PlanItemTerms before,
            @Nullable PlanItemTerms after,
            AmendmentReason reasonCode,
            @Nullable String reasonText,
            DocumentRef proposalDocument,
            List<AmendmentStep> steps,
            @Nullable String proposer,
            List<AmendmentRow.Decision> decisions,
            @Nullable String comments,
            @Nullable DocumentRef decisionDocument,
            @Nullable LocalDate effectiveOn) {
        static Amendment of(AmendmentRow row, boolean outdated) {
            var asked = row.asked();
            return new Amendment(
                    row.amendmentId(),
                    row.state(),
                    outdated,
                    asked.kind(),
                    row.itemId(),
                    asked.before(),
                    asked.after(),
                    asked.reasonCode(),
                    asked.reasonText(),
                    asked.document(),
                    asked.steps(),
                    row.proposer(),
                    row.decisions(),
                    row.comments(),
                    row.document(),
                    row.effectiveOn());
        }
    }
}
