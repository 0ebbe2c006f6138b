package vn.hocvu.planning.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.views.items.PlanItemRow;

/** The plan at a glance: by class type, funding and place, with sub-totals that add up to the total. */
final class PlanGrid {
    /** Stands for a place that the plan leaves open. */
    static final String OPEN = "null";

    /** What the third column of the grid stands for. */
    enum Place {
        VENUE_TYPE,
        VENUE,
        PAYER,
        REQUESTER;

        static Place of(String code) {
            for (var place : values()) {
                if (place.name().equals(code)) {
                    return place;
                }
            }
            return VENUE_TYPE;
        }

        /** Filter field that selects one line of the grid. */
        String field() {
            return switch (this) {
                case VENUE_TYPE -> "venueType";
                case VENUE -> "venueId";
                case PAYER -> "fundingOrgId";
                case REQUESTER -> "requesterOrgId";
            };
        }

        private String of(PlanItemRow row) {
            var terms = row.promise();
            return switch (this) {
                case VENUE_TYPE -> terms.venue().type().name();
                case VENUE -> String.valueOf(terms.venue().venueId());
                case PAYER -> String.valueOf(terms.funding().orgId());
                case REQUESTER -> String.valueOf(terms.requesterOrgId());
            };
        }
    }

    /**
     * One line of the grid.
     *
     * @param fundingSource absent in the sub-total of a class type
     * @param place         absent in a sub-total; {@link #OPEN} if the plan leaves it open
     */
    public record Line(
            String classType,
            @Nullable String fundingSource,
            @Nullable String place,
            PlanSums sums) {
        public boolean subTotal() {
            return place == null;
        }
    }

    private PlanGrid() {}

    static List<Line> of(List<PlanItemRow> items, Place place) {
        var lines = new ArrayList<Line>();
        items.stream()
                .collect(Collectors.groupingBy(row -> row.promise().classType(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(ofType -> lines.addAll(ofType(ofType, place)));
        return lines;
    }

    private static List<Line> ofType(List<PlanItemRow> items, Place place) {
        var type = items.getFirst().promise().classType().name();
        var lines = new ArrayList<Line>();
        var byFunding = groups(items, row -> row.promise().funding().source().name());
        byFunding.forEach((source, paid) -> {
            var byPlace = groups(paid, place::of);
            byPlace.forEach((where, there) -> lines.add(new Line(type, source, where, PlanSums.of(there))));
            if (byPlace.size() > 1) {
                lines.add(new Line(type, source, null, PlanSums.of(paid)));
            }
        });
        if (byFunding.size() > 1) {
            lines.add(new Line(type, null, null, PlanSums.of(items)));
        }
        return lines;
    }

    private static Map<String, List<PlanItemRow>> groups(List<PlanItemRow> rows, Function<PlanItemRow, String> by) {
        return new LinkedHashMap<>(rows.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList())));
    }
}
