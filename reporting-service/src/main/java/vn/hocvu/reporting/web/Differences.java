package vn.hocvu.reporting.web;

import java.util.function.ToIntFunction;
import vn.hocvu.reporting.views.published.Gap;

/** Writes a gap of the register as reports and callers see it. */
final class Differences {
    private Differences() {}

    /** One gap as reports and the register show it. */
    static AnnualReport.Difference of(Gap gap) {
        return new AnnualReport.Difference(
                gap.figure().code(),
                gap.year(),
                gap.scope().classType(),
                gap.scope().parts(),
                measured(gap, entry -> entry.stand().published()),
                measured(gap, entry -> entry.stand().derived()),
                measured(gap, entry -> entry.stand().delta()),
                gap.status().name(),
                gap.explanation(),
                gap.causes().stream()
                        .map(cause -> new AnnualReport.CandidateLine(
                                cause.cause().name(), cause.matched(), cause.residue(), cause.about()))
                        .toList(),
                gap.broken().stream()
                        .map(one -> new AnnualReport.BrokenLine(one.identity(), one.implied(), one.against()))
                        .toList());
    }

    private static AnnualReport.Measured measured(Gap gap, ToIntFunction<Gap.Entry> value) {
        var classes = gap.classes();
        var learners = gap.learners();
        return new AnnualReport.Measured(
                classes == null ? null : Integer.valueOf(value.applyAsInt(classes)),
                learners == null ? null : Integer.valueOf(value.applyAsInt(learners)));
    }
}
