package vn.hocvu.planning.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hocvu.planning.trainingplan.AmbiguousFigure;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.trainingplan.QuotaReading;
import vn.hocvu.planning.trainingplan.ReadingScope;
import vn.hocvu.planning.views.items.PlanItemRow;

/**
 * What some items promise and what became of them, added up; numbers of learners that can be read in several ways stand
 * beside the sums.
 */
public record PlanSums(
        int items,
        int classes,
        int learners,
        int granted,
        int opened,
        int openedLearners,
        int unfulfilled,
        int unfulfilledLearners,
        int remaining,
        List<AmbiguousFigure> ambiguousFigures) {
    public PlanSums {
        ambiguousFigures = List.copyOf(ambiguousFigures);
    }

    /** Items of the plan proper only (P7), as far as they still stand in it. */
    static PlanSums of(Collection<PlanItemRow> all) {
        var rows = all.stream().filter(row -> !row.offPlan() && !row.removed()).toList();
        return new PlanSums(
                rows.size(),
                rows.stream().mapToInt(r -> r.fulfilment().quota()).sum(),
                rows.stream()
                        .map(r -> r.promise().quota().learners())
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .sum(),
                rows.stream().mapToInt(r -> r.fulfilment().granted()).sum(),
                rows.stream().mapToInt(r -> r.fulfilment().opened()).sum(),
                rows.stream().mapToInt(PlanItemRow::enrolled).sum(),
                rows.stream().mapToInt(r -> r.fulfilment().unfulfilled()).sum(),
                rows.stream().mapToInt(PlanItemRow::unfulfilledLearners).sum(),
                rows.stream().mapToInt(r -> r.fulfilment().remaining()).sum(),
                rows.stream().flatMap(PlanSums::figure).toList());
    }

    public boolean hasAmbiguous() {
        return !ambiguousFigures.isEmpty();
    }

    /** The sum of learners under each way of reading the ambiguous figures. */
    public Map<ReadingScope, Integer> learnersByReading() {
        var sums = new LinkedHashMap<ReadingScope, Integer>();
        if (hasAmbiguous()) {
            Arrays.stream(ReadingScope.values()).forEach(scope -> reading(scope, sums));
        }
        return sums;
    }

    private void reading(ReadingScope scope, Map<ReadingScope, Integer> sums) {
        var read = ambiguousFigures.stream()
                .map(f -> f.readings().stream().filter(r -> r.scope() == scope).findFirst())
                .toList();
        if (read.stream().allMatch(Optional::isPresent)) {
            sums.put(
                    scope,
                    learners
                            + read.stream()
                                    .flatMap(Optional::stream)
                                    .mapToInt(QuotaReading::quotaLearners)
                                    .sum());
        }
    }

    private static Stream<AmbiguousFigure> figure(PlanItemRow row) {
        var quota = row.promise().quota();
        return quota.ambiguousValue() == null
                ? Stream.of()
                : Stream.of(
                        new AmbiguousFigure(new PlanItemId(row.itemId()), quota.ambiguousValue(), quota.readings()));
    }
}
