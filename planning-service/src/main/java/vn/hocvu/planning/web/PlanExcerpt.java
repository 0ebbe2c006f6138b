package vn.hocvu.planning.web;

import java.util.List;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.tables.TableQuery;

/**
 * What an address selects of a plan. The page and its files show the same.
 *
 * @param place what the third column of the grid stands for
 * @param grid  lines and sub-totals of the items, which add up to {@code sums}
 * @param sums  of all items
 * @param items of the plan proper, in the order of the address
 * @param beside off-plan items, in no sum (P7)
 */
record PlanExcerpt(
        PlanGrid.Place place, List<PlanGrid.Line> grid, PlanSums sums, List<ItemLine> items, List<ItemLine> beside) {
    static PlanExcerpt of(List<PlanItemRow> all, TableQuery query, Register register) {
        var found = ItemLine.matching(all, query, register);
        var items = found.stream().filter(line -> !line.offPlan()).toList();
        var rows = items.stream().map(ItemLine::row).toList();
        var place = PlanGrid.Place.of(query.filter("by"));
        return new PlanExcerpt(
                place,
                PlanGrid.of(rows, place),
                PlanSums.of(rows),
                items,
                found.stream().filter(ItemLine::offPlan).toList());
    }
}
