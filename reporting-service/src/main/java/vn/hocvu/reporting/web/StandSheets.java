package vn.hocvu.reporting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;
import vn.hocvu.reporting.views.figures.planhistory.ItemStand;
import vn.hocvu.reporting.views.figures.planhistory.PlanStand;
import vn.hocvu.reporting.views.figures.planhistory.StandSums;

/** A plan as it stood, as tables of a file: the grid with its sub-totals, then every item. */
@Component
class StandSheets {
    private static final int WIDE = 40;

    private final Words words;
    private final StandWords stands;
    private final Columns columns;
    private final Exports exports;

    StandSheets(Words words, StandWords stands, Columns columns, Exports exports) {
        this.words = words;
        this.stands = stands;
        this.columns = columns;
        this.exports = exports;
    }

    List<NewSheet> of(int year, String point, PlanStand stand) {
        return List.of(grid(year, point, stand), items(point, stand));
    }

    private NewSheet grid(int year, String point, PlanStand stand) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var line : stand.grid()) {
            rows.add(sums(
                    words.code("classType", line.classType()),
                    line.fundingSource() == null
                            ? words.text("stand.subTotal")
                            : words.code("fundingSource", line.fundingSource()),
                    line.venueType() == null ? words.text("stand.subTotal") : words.code("venueType", line.venueType()),
                    line.sums()));
        }
        rows.add(sums(words.text("table.total"), null, null, stand.total()));
        var heads = new ArrayList<SheetColumn>(List.of(
                columns.text("stand.classType").wide(WIDE),
                columns.text("stand.fundingSource").wide(WIDE),
                columns.text("stand.venueType").wide(WIDE),
                columns.number("stand.items")));
        heads.addAll(numbers());
        return exports.sheet(words.text("stand.title", Integer.toString(year)), point, heads, rows)
                .withSums(IntStream.range(0, rows.size())
                        .filter(row -> row == stand.grid().size()
                                || stand.grid().get(row).venueType() == null)
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    private List<SheetColumn> numbers() {
        return List.of(
                columns.number("stand.classes"),
                columns.number("stand.learners"),
                columns.number("stand.granted"),
                columns.number("stand.openedClasses"),
                columns.number("stand.openedLearners"),
                columns.number("stand.unfulfilledClasses"),
                columns.number("stand.unfulfilledLearners"),
                columns.number("stand.remaining"));
    }

    private static List<@Nullable Object> sums(
            String type, @Nullable String funding, @Nullable String venue, StandSums sums) {
        return Columns.row(
                type,
                funding,
                venue,
                sums.items(),
                sums.quota().classes(),
                sums.quota().learners(),
                sums.granted(),
                sums.opened().classes(),
                sums.opened().learners(),
                sums.unfulfilled().classes(),
                sums.unfulfilled().learners(),
                sums.remaining());
    }

    private NewSheet items(String point, PlanStand stand) {
        var heads = new ArrayList<SheetColumn>(List.of(
                columns.text("stand.item"),
                columns.text("stand.classType").wide(WIDE),
                columns.text("stand.category").wide(WIDE),
                columns.text("stand.fundingSource").wide(WIDE),
                columns.text("stand.fundingOrgId").wide(WIDE),
                columns.text("stand.requesterOrgId").wide(WIDE),
                columns.text("stand.venueType"),
                columns.text("stand.venueId").wide(WIDE),
                columns.text("stand.period"),
                columns.text("stand.awaits").wide(WIDE),
                columns.text("stand.offPlan"),
                columns.text("stand.clarity")));
        heads.addAll(numbers());
        return exports.sheet(
                words.text("stand.items"),
                point,
                heads,
                stand.items().stream().map(this::item).toList());
    }

    private List<@Nullable Object> item(ItemStand item) {
        var terms = item.terms();
        return Columns.row(
                item.itemId(),
                words.code("classType", terms.classType()),
                words.code("category", terms.category()),
                words.code("fundingSource", terms.fundingSource()),
                words.organization(terms.fundingOrgId()),
                words.organization(terms.requesterOrgId()),
                words.code("venueType", terms.venueType()),
                words.venue(terms.venueId()),
                stands.period(terms),
                terms.awaits(),
                words.text(item.offPlan() ? "stand.yes" : "stand.no"),
                terms.ambiguous() ? stands.learners(terms) : null,
                terms.quotaClasses(),
                terms.quotaLearners(),
                item.granted(),
                item.opened().classes(),
                item.opened().learners(),
                item.unfulfilled().classes(),
                item.unfulfilled().learners(),
                item.remaining());
    }
}
