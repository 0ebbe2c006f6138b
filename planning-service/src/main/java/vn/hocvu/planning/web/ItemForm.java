package vn.hocvu.planning.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.trainingplan.QuotaReading;
import vn.hocvu.planning.trainingplan.ReadingScope;

/** The terms of an item as the fields of the form show them. */
public record ItemForm(
        String classType,
        String category,
        String fundingSource,
        @Nullable String fundingOrgId,
        @Nullable String requesterOrgId,
        String venueType,
        @Nullable String venueId,
        String studyMode,
        int quotaClasses,
        String learnersScope,
        @Nullable Integer quotaLearners,
        @Nullable Integer learnersPerClass,
        @Nullable Integer ambiguousValue,
        @Nullable Integer readingCategoryOnly,
        @Nullable Integer readingGrandTotal,
        @Nullable String awaits,
        @Nullable LocalDate plannedFrom,
        @Nullable LocalDate plannedUntil) {
    static ItemForm of(PlanItemTerms terms) {
        var quota = terms.quota();
        var period = terms.period();
        return new ItemForm(
                terms.classType().name(),
                terms.category().name(),
                terms.funding().source().name(),
                text(terms.funding().orgId()),
                text(terms.requesterOrgId()),
                terms.venue().type().name(),
                text(terms.venue().venueId()),
                terms.studyMode().name(),
                quota.classes(),
                quota.scope().name(),
                quota.learners(),
                quota.learnersPerClass(),
                quota.ambiguousValue(),
                reading(terms, ReadingScope.CATEGORY_ONLY),
                reading(terms, ReadingScope.GRAND_TOTAL),
                text(terms.awaits()),
                period == null ? null : period.from(),
                period == null ? null : period.until());
    }

    private static @Nullable Integer reading(PlanItemTerms terms, ReadingScope scope) {
        return terms.quota().readings().stream()
                .filter(r -> r.scope() == scope)
                .map(QuotaReading::quotaLearners)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
