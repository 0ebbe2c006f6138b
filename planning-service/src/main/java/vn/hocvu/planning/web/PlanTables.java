package vn.hocvu.planning.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;

/** A plan as tables of a file, as its page shows it: the grid with its sub-totals, every item, and what stands beside. */
@Component
class PlanTables {
    private final ItemSheet items;
    private final SheetFiles files;
    private final Words words;

    PlanTables(ItemSheet items, SheetFiles files, Words words) {
        this.items = items;
        this.files = files;
        this.words = words;
    }

    /**
     * @param asked   address of the page
     * @param columns of the item list
     */
    List<NewSheet> of(int year, String asked, PlanColumns columns, PlanExcerpt seen) {
        var tables = new ArrayList<NewSheet>();
        tables.add(grid(year, asked, seen));
        tables.add(items.table(asked, columns, seen.items(), seen.sums()));
        if (!seen.beside().isEmpty()) {
            tables.add(beside(asked, seen.beside()));
        }
        return tables;
    }

    private NewSheet grid(int year, String asked, PlanExcerpt seen) {
        var rows = new ArrayList<List<@Nullable Object>>();
        seen.grid().forEach(line -> rows.add(line(line, seen.place())));
        rows.add(sums(words.text("table.total"), null, null, seen.sums()));
        var heads = List.of(
                text("plan.item.classType").wide(30),
                text("plan.item.fundingSource").wide(30),
                text("gridPlace." + seen.place()).wide(30),
                number("plan.items"),
                number("plan.totalClasses"),
                number("plan.totalLearners"),
                number("plan.granted"),
                number("plan.opened"),
                number("plan.unfulfilled"),
                number("plan.remaining"));
        return files.table(words.text("plan.title", Integer.toString(year)), asked, heads, rows)
                .withSums(IntStream.range(0, rows.size())
                        .filter(row -> row == seen.grid().size()
                                || seen.grid().get(row).subTotal())
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    private List<@Nullable Object> line(PlanGrid.Line line, PlanGrid.Place place) {
        var type = words.code("classTypeShort", line.classType());
        var subTotal = words.text("plan.grid.subTotal");
        if (line.fundingSource() == null) {
            return sums(type, subTotal, null, line.sums());
        }
        return sums(
                type,
                words.code("fundingSource", line.fundingSource()),
                line.place() == null ? subTotal : words.place(place, line.place()),
                line.sums());
    }

    private static List<@Nullable Object> sums(
            String type, @Nullable String funding, @Nullable String place, PlanSums sums) {
        return Arrays.asList(
                type,
                funding,
                place,
                sums.items(),
                sums.classes(),
                sums.learners(),
                sums.granted(),
                sums.opened(),
                sums.unfulfilled(),
                sums.remaining());
    }

    private NewSheet beside(String asked, List<ItemLine> lines) {
        var heads = List.of(
                text("plan.item.itemId"),
                text("plan.item.classType"),
                text("plan.item.requesterOrgId").wide(30),
                text("plan.item.venueId").wide(30),
                number("offPlan.learners"),
                number("plan.opened"),
                number("plan.item.enrolled"),
                text("plan.item.state"));
        return files.table(
                words.text("plan.beside"),
                asked,
                heads,
                lines.stream().map(this::beside).toList());
    }

    private List<@Nullable Object> beside(ItemLine line) {
        return Arrays.asList(
                line.itemId(),
                words.code("classTypeShort", line.classType()),
                line.requester(),
                line.venue() == null ? words.code("venueType", line.venueType()) : line.venue(),
                line.quotaLearners(),
                line.opened(),
                line.enrolled(),
                words.code("planItemState", line.state()));
    }

    private SheetColumn text(String key) {
        return SheetColumn.text(key, words.text(key));
    }

    private SheetColumn number(String key) {
        return SheetColumn.number(key, words.text(key));
    }
}
