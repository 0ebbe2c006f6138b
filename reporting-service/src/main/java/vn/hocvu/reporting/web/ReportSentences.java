package vn.hocvu.reporting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.hocvu.reporting.publishedfigure.Count;

/** The annual report in words. */
@Component
class ReportSentences {
    private final Words words;

    ReportSentences(Words words) {
        this.words = words;
    }

    /** A sentence whose numbers are all zero is left out. */
    List<String> of(AnnualReport report) {
        var sentences = new ArrayList<String>();
        var trained = sum(report, AnnualReport.ClassType::trained);
        var goesOn = sum(report, AnnualReport.ClassType::carriedOut);
        if (!trained.none()) {
            sentences.add(words.text(
                    "report.sentence.size",
                    Integer.toString(report.year()),
                    trained.classes(),
                    trained.learners(),
                    goesOn.classes(),
                    goesOn.learners()));
        }
        if (report.unfulfilled().classes() > 0) {
            sentences.add(words.text(
                    "report.sentence.unfulfilled",
                    report.unfulfilled().classes(),
                    report.unfulfilled().learners()));
        }
        report.discrepancies().forEach(gap -> sentences.add(sentence(gap)));
        return sentences;
    }

    private String sentence(AnnualReport.Difference gap) {
        return words.text(
                "report.sentence.gap",
                words.text("figure." + gap.figure()) + " (" + words.scope(ReportTables.scope(gap)) + ")",
                measured(gap.published(), false),
                measured(gap.derived(), false),
                measured(gap.difference(), true),
                gap.explanation() == null ? words.text("report.unexplained") : gap.explanation());
    }

    private String measured(AnnualReport.Measured value, boolean signed) {
        var parts = new ArrayList<String>();
        if (value.classes() != null) {
            parts.add((signed ? words.signed(value.classes()) : words.number(value.classes())) + " "
                    + words.text("unit.classes"));
        }
        if (value.learners() != null) {
            parts.add((signed ? words.signed(value.learners()) : words.number(value.learners())) + " "
                    + words.text("unit.learners"));
        }
        return String.join(", ", parts);
    }

    private static Count sum(AnnualReport report, Function<AnnualReport.ClassType, Count> figure) {
        return report.classTypes().stream().map(figure).reduce(Count.ZERO, Count::plus);
    }
}
