package vn.hocvu.reporting.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.TimelineEntry;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.reporting.discrepancy.DiscrepancyId;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.Measure;
import vn.hocvu.reporting.views.published.DiscrepancyRow;
import vn.hocvu.reporting.views.published.PublishedFigures;
import vn.hocvu.reporting.views.published.Stand;

/** Entries of the register as lines of words and numbers: the page shows them, and files hold the same. */
@Component
class DiscrepancyLines {
    private static final int WIDE = 40;

    private final PublishedFigures published;
    private final Questions questions;
    private final Columns columns;
    private final Exports exports;
    private final Words words;

    DiscrepancyLines(PublishedFigures published, Questions questions, Columns columns, Exports exports, Words words) {
        this.published = published;
        this.questions = questions;
        this.columns = columns;
        this.exports = exports;
        this.words = words;
    }

    /** One entry as a row. */
    record Line(
            String id,
            String figure,
            String year,
            String scope,
            String measure,
            int published,
            int derived,
            int delta,
            String causes,
            String residue,
            String status,
            String explanation) {}

    /** What may be behind a gap, in one measure. */
    record CauseLine(String cause, int matched, int residue, String about) {}

    /** Sums that do not agree. */
    record BrokenLine(String identity, int implied, int against) {}

    /** The register as it stands now. */
    List<Line> all() {
        return published.gaps(questions.now()).stream()
                .flatMap(gap -> gap.entries().stream())
                .map(entry -> published.entry(new DiscrepancyId(entry.discrepancyId())))
                .flatMap(Optional::stream)
                .map(this::line)
                .toList();
    }

    /** The register as a sheet. */
    NewSheet sheet() {
        return exports.sheet(
                words.text("discrepancies.title"),
                words.text("scope.all"),
                List.of(
                        columns.text("dashboard.figure"),
                        columns.text("gap.year"),
                        columns.text("gap.scope").wide(WIDE),
                        columns.text("gap.measure"),
                        columns.number("gap.published"),
                        columns.number("gap.derived"),
                        columns.number("gap.difference"),
                        columns.text("gap.causes").wide(WIDE),
                        columns.text("gap.residue"),
                        columns.text("gap.status"),
                        columns.text("gap.explanation").wide(WIDE)),
                all().stream()
                        .map(one -> List.of(
                                one.figure(),
                                one.year(),
                                one.scope(),
                                one.measure(),
                                one.published(),
                                one.derived(),
                                one.delta(),
                                one.causes(),
                                one.residue(),
                                words.code("gapStatus", one.status()),
                                one.explanation()))
                        .toList());
    }

    Line line(DiscrepancyRow row) {
        var stand = row.stands().getLast();
        var measure = measure(row);
        return new Line(
                row.discrepancyId(),
                words.text("figure." + figure(row).code()),
                Integer.toString(row.year()),
                words.scope(row.scope()),
                words.code("measure", measure.name()),
                stand.published(),
                stand.derived(),
                stand.delta(),
                causes(stand, measure).stream()
                        .map(CauseLine::cause)
                        .reduce((a, b) -> a + "; " + b)
                        .orElse("–"),
                causes(stand, measure).stream()
                        .map(cause -> words.signed(cause.residue()))
                        .reduce((a, b) -> a + "; " + b)
                        .orElse("–"),
                stand.status().name(),
                stand.explanation() == null ? words.text("report.unexplained") : stand.explanation());
    }

    List<CauseLine> causes(Stand stand, Measure measure) {
        return stand.causes().stream()
                .map(cause -> new CauseLine(
                        words.code("cause", cause.cause().name()),
                        cause.matched().of(measure),
                        cause.residue().of(measure),
                        String.join(", ", cause.about())))
                .toList();
    }

    List<BrokenLine> broken(DiscrepancyRow row) {
        return row.stands().getLast().broken().stream()
                .map(one -> new BrokenLine(
                        words.code("identity", one.identity()),
                        one.implied().of(measure(row)),
                        one.against().of(measure(row))))
                .toList();
    }

    List<TimelineEntry> timeline(DiscrepancyRow row) {
        return IntStream.range(0, row.stands().size())
                .mapToObj(i -> row.stands().get(row.stands().size() - 1 - i))
                .map(stand -> TimelineEntry.of(
                                stand.status().name(),
                                words.text(
                                        "register." + stand.status().name(),
                                        stand.published(),
                                        stand.derived(),
                                        words.signed(stand.delta())),
                                stand.status().name().equals("EXPLAINED") ? stand.explainedBy() : null,
                                stand.since())
                        .effective(stand.effectiveOn())
                        .because(stand.status().name().equals("EXPLAINED") ? stand.explanation() : null)
                        .under(words.document(stand.document())))
                .toList();
    }

    static FigureName figure(DiscrepancyRow row) {
        return Objects.requireNonNull(row.figure());
    }

    static Measure measure(DiscrepancyRow row) {
        return Objects.requireNonNull(row.measure());
    }
}
