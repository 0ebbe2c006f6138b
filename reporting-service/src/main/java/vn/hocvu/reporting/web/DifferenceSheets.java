package vn.hocvu.reporting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.reporting.views.figures.planhistory.PlanDifference;
import vn.hocvu.reporting.views.figures.planhistory.PlanDifference.Cause;
import vn.hocvu.reporting.views.figures.planhistory.PlanDifference.ItemChange;

/** The difference between two points of a plan, as tables of a file: totals, fields, and what makes the difference. */
@Component
class DifferenceSheets {
    private static final int WIDE = 40;

    private final Words words;
    private final StandWords stands;
    private final MoveWords moves;
    private final Columns columns;
    private final Exports exports;

    DifferenceSheets(Words words, StandWords stands, MoveWords moves, Columns columns, Exports exports) {
        this.words = words;
        this.stands = stands;
        this.moves = moves;
        this.columns = columns;
        this.exports = exports;
    }

    List<NewSheet> of(int year, String asked, PlanDifference difference) {
        return List.of(totals(year, asked, difference), fields(asked, difference), causes(asked, difference));
    }

    private NewSheet totals(int year, String asked, PlanDifference difference) {
        return exports.sheet(
                words.text("difference.title", Integer.toString(year)),
                asked,
                List.of(
                        columns.text("difference.what").wide(WIDE),
                        columns.number("difference.before"),
                        columns.number("difference.after"),
                        columns.text("difference.difference")),
                DifferencePages.sums(difference).stream()
                        .map(sum -> Columns.row(
                                words.text(sum.label()), sum.before(), sum.after(), words.signed(sum.difference())))
                        .toList());
    }

    private NewSheet fields(String asked, PlanDifference difference) {
        return exports.sheet(
                words.text("difference.fields"),
                asked,
                List.of(
                        columns.text("stand.item"),
                        columns.text("difference.state"),
                        columns.text("difference.field").wide(WIDE),
                        columns.text("difference.before").wide(WIDE),
                        columns.text("difference.after").wide(WIDE)),
                difference.items().stream()
                        .flatMap(item -> stands.between(item.before(), item.after()).stream()
                                .map(change -> Columns.row(
                                        item.itemId(),
                                        words.code("changeState", DifferencePages.state(item)),
                                        change.label(),
                                        change.before(),
                                        change.after())))
                        .toList());
    }

    private NewSheet causes(String asked, PlanDifference difference) {
        return exports.sheet(
                words.text("difference.because"),
                asked,
                List.of(
                        columns.text("stand.item"),
                        columns.text("difference.sign"),
                        columns.text("audit.what").wide(WIDE),
                        columns.text("audit.actor"),
                        columns.text("audit.role").wide(WIDE),
                        columns.text("audit.organization").wide(WIDE),
                        columns.date("explain.effectiveOn"),
                        columns.date("explain.recordedAt"),
                        columns.text("audit.reason").wide(WIDE),
                        columns.text("explain.document").wide(WIDE),
                        columns.text("difference.approvers").wide(WIDE),
                        columns.text("audit.id")),
                difference.items().stream()
                        .flatMap(item -> item.because().stream().map(cause -> cause(item, cause)))
                        .toList());
    }

    private List<@Nullable Object> cause(ItemChange item, Cause cause) {
        var move = cause.move();
        return Columns.row(
                item.itemId(),
                words.text(cause.added() ? "difference.added" : "difference.gone"),
                moves.sentence(move),
                move.actor(),
                move.role() == null ? null : moves.role(move.role()),
                move.organization() == null ? null : words.organization(move.organization()),
                move.at().effectiveOn(),
                move.at().recordedAt(),
                moves.reason(move),
                move.at().document(),
                move.approvedBy().isEmpty() ? null : moves.approvers(move),
                move.at().eventId());
    }
}
