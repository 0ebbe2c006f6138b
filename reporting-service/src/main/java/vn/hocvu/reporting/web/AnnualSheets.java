package vn.hocvu.reporting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.sheets.NewSheet;

/** The annual report as sheets: the tables of the page, in the same order, with the same words. */
@Component
class AnnualSheets {
    private final ReportTables tables;
    private final FindingSheets findings;
    private final Columns columns;
    private final Exports exports;
    private final Words words;
    private final Formats formats;

    AnnualSheets(
            ReportTables tables,
            FindingSheets findings,
            Columns columns,
            Exports exports,
            Words words,
            Formats formats) {
        this.tables = tables;
        this.findings = findings;
        this.columns = columns;
        this.exports = exports;
        this.words = words;
        this.formats = formats;
    }

    List<NewSheet> of(AnnualReport report, FigureQuery query) {
        var asked = words.text("report.title", Integer.toString(report.year())) + "; " + words.scope(query.scope())
                + "; "
                + words.text("report.lead", formats.date(report.effectiveBy()), formats.time(report.asOf()));
        return List.of(
                figures(report, query, asked),
                fulfilment(report, asked),
                categories(report, asked),
                parts(report, asked),
                findings.reasons(report, asked),
                findings.nextYear(report, asked),
                findings.gaps(report, asked),
                findings.checks(report, asked));
    }

    private NewSheet figures(AnnualReport report, FigureQuery query, String asked) {
        return exports.sheet(
                words.text("report.table1"),
                asked,
                List.of(
                        columns.text("report.type"),
                        columns.text("dashboard.figure"),
                        columns.number("measure.CLASSES"),
                        columns.number("measure.LEARNERS")),
                tables.types(report, query).stream()
                        .flatMap(type -> type.lines().stream()
                                .map(line -> List.of(
                                        type.title(),
                                        line.title(),
                                        line.count().classes(),
                                        line.count().learners())))
                        .toList());
    }

    private NewSheet fulfilment(AnnualReport report, String asked) {
        return exports.sheet(
                words.text("report.fulfilment"),
                asked,
                List.of(
                        columns.text("report.type"),
                        columns.number("report.quotaClasses"),
                        columns.number("report.openedClasses"),
                        columns.number("report.percentClasses"),
                        columns.number("report.quotaLearners"),
                        columns.number("report.openedLearners"),
                        columns.number("report.percentLearners"),
                        columns.text("report.clarity")),
                report.classTypes().stream()
                        .map(type -> fulfilment(words.code("classType", type.classType()), type.fulfilment()))
                        .toList());
    }

    private List<@Nullable Object> fulfilment(String type, AnnualReport.Share share) {
        return Columns.row(
                type,
                share.quota().classes(),
                share.opened().classes(),
                share.classesPercent(),
                share.learnersScope().equals(AnnualReports.AMBIGUOUS)
                        ? null
                        : share.quota().learners(),
                share.opened().learners(),
                share.learnersPercent(),
                words.code("clarity", share.learnersScope()));
    }

    private NewSheet categories(AnnualReport report, String asked) {
        return exports.sheet(
                words.text("report.table2"),
                asked,
                List.of(
                        columns.text("report.type"),
                        columns.text("report.category"),
                        columns.number("report.openedClasses"),
                        columns.number("report.endedClasses"),
                        columns.number("report.endedLearners")),
                report.classTypes().stream()
                        .flatMap(type -> type.categories().stream()
                                .map(one -> Columns.row(
                                        words.code("classType", type.classType()),
                                        words.code("category", one.category()),
                                        one.opened().classes(),
                                        one.ended().classes(),
                                        one.ended().learners())))
                        .toList());
    }

    private NewSheet parts(AnnualReport report, String asked) {
        return exports.sheet(
                words.text("report.parts"),
                asked,
                List.of(
                        columns.text("report.type"),
                        columns.text("report.venue"),
                        columns.text("report.funding"),
                        columns.number("report.openedClasses"),
                        columns.number("report.openedLearners"),
                        columns.number("report.outClasses"),
                        columns.number("report.outLearners")),
                report.classTypes().stream()
                        .flatMap(type -> type.parts().stream()
                                .map(one -> Columns.row(
                                        words.code("classType", type.classType()),
                                        words.code("venueType", one.venueType()),
                                        words.code("fundingSource", one.fundingSource()),
                                        one.opened().classes(),
                                        one.opened().learners(),
                                        one.carriedOut().classes(),
                                        one.carriedOut().learners())))
                        .toList());
    }
}
