package vn.hocvu.reporting.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.sheets.NewSheet;

/** What the annual report finds, as sheets: what could not be done, what comes next, and where figures differ. */
@Component
class FindingSheets {
    private static final int WIDE = 40;

    private final ReportTables tables;
    private final Columns columns;
    private final Exports exports;
    private final Words words;

    FindingSheets(ReportTables tables, Columns columns, Exports exports, Words words) {
        this.tables = tables;
        this.columns = columns;
        this.exports = exports;
        this.words = words;
    }

    NewSheet reasons(AnnualReport report, String asked) {
        return exports.sheet(
                words.text("report.table3"),
                asked,
                List.of(
                        columns.text("report.item"),
                        columns.text("report.type"),
                        columns.text("report.bodies").wide(WIDE),
                        columns.number("measure.CLASSES"),
                        columns.number("measure.LEARNERS"),
                        columns.text("report.reason").wide(WIDE)),
                tables.reasons(report).stream()
                        .map(one -> Columns.row(
                                one.items(), one.type(), one.bodies(), one.classes(), one.learners(), one.reason()))
                        .toList());
    }

    NewSheet nextYear(AnnualReport report, String asked) {
        return exports.sheet(
                words.text("report.table4", Integer.toString(report.year() + 1)),
                asked,
                List.of(
                        columns.text("report.type"),
                        columns.text("report.venue"),
                        columns.number("measure.CLASSES"),
                        columns.text("report.each"),
                        columns.text("measure.LEARNERS").wide(WIDE),
                        columns.text("report.clarity")),
                tables.planLines(report.nextYearPlan()).stream()
                        .map(one -> Columns.row(
                                one.type(),
                                one.venue(),
                                one.classes(),
                                one.each(),
                                one.learners(),
                                words.code("clarity", one.clarity())))
                        .toList());
    }

    NewSheet gaps(AnnualReport report, String asked) {
        return exports.sheet(
                words.text("report.table5"),
                asked,
                List.of(
                        columns.text("dashboard.figure"),
                        columns.text("gap.scope").wide(WIDE),
                        columns.text("gap.measure"),
                        columns.number("gap.published"),
                        columns.number("gap.derived"),
                        columns.number("gap.difference"),
                        columns.text("gap.causes").wide(WIDE),
                        columns.text("gap.residue"),
                        columns.text("gap.status")),
                tables.gaps(report).stream()
                        .map(one -> Columns.row(
                                one.figure(),
                                one.scope(),
                                one.measure(),
                                one.published(),
                                one.derived(),
                                one.difference(),
                                one.causes(),
                                one.residue(),
                                words.code("gapStatus", one.status())))
                        .toList());
    }

    NewSheet checks(AnnualReport report, String asked) {
        return exports.sheet(
                words.text("report.checks"),
                asked,
                List.of(
                        columns.text("report.identity").wide(WIDE),
                        columns.text("report.left"),
                        columns.text("report.right"),
                        columns.text("gap.status")),
                report.identities().stream()
                        .map(one -> Columns.row(
                                words.code("check", one.identity()),
                                words.count(one.left()),
                                words.count(one.right()),
                                words.code("checkState", one.holds() ? "HOLDS" : "BROKEN")))
                        .toList());
    }
}
