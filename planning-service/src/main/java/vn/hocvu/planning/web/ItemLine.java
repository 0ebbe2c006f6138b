package vn.hocvu.planning.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.ItemState;
import vn.hocvu.planning.trainingplan.PlannedPeriod;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.platform.viewstore.FoldedText;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;

/**
 * One line of an item list.
 *
 * @param quotaLearners absent while the number is ambiguous; then {@code ambiguousValue} is there
 * @param venue         name of the venue, absent if the plan leaves it open
 */
public record ItemLine(
        PlanItemRow row,
        String itemId,
        int year,
        String classType,
        String category,
        String fundingSource,
        @Nullable String payer,
        @Nullable String requester,
        String venueType,
        @Nullable String venue,
        int quotaClasses,
        @Nullable Integer quotaLearners,
        @Nullable Integer ambiguousValue,
        int granted,
        int opened,
        int enrolled,
        int unfulfilled,
        int remaining,
        ItemState state,
        boolean awaiting) {
    static final TableShape SHAPE = TableShape.sortedBy(
                    "itemId",
                    "classType",
                    "fundingSource",
                    "venue",
                    "quotaClasses",
                    "quotaLearners",
                    "granted",
                    "opened",
                    "unfulfilled",
                    "remaining")
            .filteredBy(
                    "classType",
                    "category",
                    "fundingSource",
                    "fundingOrgId",
                    "requesterOrgId",
                    "venueType",
                    "venueId",
                    "state",
                    "awaiting",
                    "by",
                    PlanColumns.FIELD)
            .firstBy("itemId");

    private static final Map<String, Comparator<ItemLine>> ORDERS = Map.of(
            "itemId",
                    Comparator.comparing((ItemLine l) -> l.row().planId())
                            .thenComparingInt(l -> l.row().number()),
            "classType", Comparator.comparing(ItemLine::classType),
            "fundingSource", Comparator.comparing(ItemLine::fundingSource),
            "venue", Comparator.comparing(l -> FoldedText.fold(l.venue() == null ? "" : l.venue())),
            "quotaClasses", Comparator.comparingInt(ItemLine::quotaClasses),
            "quotaLearners", Comparator.comparingInt(l -> l.quotaLearners() == null ? 0 : l.quotaLearners()),
            "granted", Comparator.comparingInt(ItemLine::granted),
            "opened", Comparator.comparingInt(ItemLine::opened),
            "unfulfilled", Comparator.comparingInt(ItemLine::unfulfilled),
            "remaining", Comparator.comparingInt(ItemLine::remaining));

    public String studyMode() {
        return row.promise().studyMode().name();
    }

    /** When its classes shall begin, absent for any day of the year. */
    public @Nullable PlannedPeriod period() {
        return row.promise().period();
    }

    /** P7: it stands beside the plan's quotas. */
    public boolean offPlan() {
        return row.offPlan();
    }

    static ItemLine of(PlanItemRow row, Register register) {
        var terms = row.promise();
        var done = row.fulfilment();
        var funding = terms.funding();
        var venue = terms.venue().venueId();
        return new ItemLine(
                row,
                row.itemId(),
                Integer.parseInt(row.itemId().substring(0, 4)),
                terms.classType().name(),
                terms.category().name(),
                funding.source().name(),
                funding.orgId() == null
                        ? null
                        : register.name(Register.ORGANIZATIONS, funding.orgId().value()),
                terms.requesterOrgId() == null
                        ? null
                        : register.name(
                                Register.ORGANIZATIONS, terms.requesterOrgId().value()),
                terms.venue().type().name(),
                venue == null ? null : register.name(Register.VENUES, venue.value()),
                terms.quota().classes(),
                terms.quota().learners(),
                terms.quota().ambiguousValue(),
                done.granted(),
                done.opened(),
                row.enrolled(),
                done.unfulfilled(),
                done.remaining(),
                row.state(),
                row.awaiting() && !done.settled());
    }

    /** The lines that the address asks for, in its order. */
    static List<ItemLine> matching(List<PlanItemRow> rows, TableQuery query, Register register) {
        return rows.stream()
                .map(row -> of(row, register))
                .filter(line -> line.matches(query))
                .sorted(order(query))
                .toList();
    }

    private boolean matches(TableQuery query) {
        var fields = fields();
        boolean filtered = query.filters().entrySet().stream()
                .filter(filter -> fields.containsKey(filter.getKey()))
                .allMatch(filter -> filter.getValue().contains(fields.get(filter.getKey())));
        return filtered && (query.q() == null || searchText().contains(FoldedText.fold(query.q())));
    }

    private Map<String, String> fields() {
        var terms = row.promise();
        var fields = new HashMap<String, String>();
        fields.put("classType", classType);
        fields.put("category", category);
        fields.put("fundingSource", fundingSource);
        fields.put("fundingOrgId", String.valueOf(terms.funding().orgId()));
        fields.put("requesterOrgId", String.valueOf(terms.requesterOrgId()));
        fields.put("venueType", venueType);
        fields.put("venueId", String.valueOf(terms.venue().venueId()));
        fields.put("state", state.name());
        fields.put("awaiting", Boolean.toString(awaiting));
        return fields;
    }

    private String searchText() {
        return Stream.of(itemId, payer, requester, venue, row.promise().awaits())
                .filter(Objects::nonNull)
                .map(text -> FoldedText.fold(text.toString()))
                .collect(Collectors.joining(" "));
    }

    private static Comparator<ItemLine> order(TableQuery query) {
        Comparator<ItemLine> order = (a, b) -> 0;
        for (var sort : query.sorts()) {
            var by = ORDERS.get(sort.field());
            if (by != null) {
                order = order.thenComparing(sort.descending() ? by.reversed() : by);
            }
        }
        return order.thenComparing(ItemLine::itemId);
    }
}
