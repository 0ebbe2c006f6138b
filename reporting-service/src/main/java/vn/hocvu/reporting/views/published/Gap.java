package vn.hocvu.reporting.views.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.discrepancy.BrokenIdentity;
import vn.hocvu.reporting.discrepancy.CandidateCause;
import vn.hocvu.reporting.discrepancy.Status;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.publishedfigure.Measure;

/** A gap in both measures, as reports show it: the entries of one figure, year and scope side by side. */
public record Gap(
        FigureName figure,
        int year,
        FigureScope scope,
        @Nullable Entry classes,
        @Nullable Entry learners) {

    /** One entry of the register as it stood. */
    public record Entry(String discrepancyId, long version, Stand stand) {}

    /** The gaps known at an instant, in the order of year, figure and scope. */
    public static List<Gap> at(Instant instant, List<DiscrepancyRow> rows) {
        var gaps = new LinkedHashMap<List<Object>, Gap>();
        rows.stream()
                .filter(row -> row.figure() != null && row.measure() != null)
                .sorted(java.util.Comparator.comparingInt(DiscrepancyRow::year)
                        .reversed()
                        .thenComparing(DiscrepancyRow::discrepancyId))
                .forEach(row -> row.at(instant).ifPresent(stand -> {
                    var figure = Objects.requireNonNull(row.figure());
                    var entry = new Entry(row.discrepancyId(), row.version(), stand);
                    gaps.merge(
                            List.of(row.year(), figure, row.scope()),
                            new Gap(
                                    figure,
                                    row.year(),
                                    row.scope(),
                                    row.measure() == Measure.CLASSES ? entry : null,
                                    row.measure() == Measure.LEARNERS ? entry : null),
                            Gap::beside);
                }));
        return new ArrayList<>(gaps.values());
    }

    private Gap beside(Gap other) {
        return new Gap(
                figure,
                year,
                scope,
                classes == null ? other.classes : classes,
                learners == null ? other.learners : learners);
    }

    /** The entries there are, classes first. */
    public List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        if (classes != null) {
            entries.add(classes);
        }
        if (learners != null) {
            entries.add(learners);
        }
        return entries;
    }

    /** The least settled of both. */
    public Status status() {
        return entries().stream()
                .map(entry -> entry.stand().status())
                .min(java.util.Comparator.naturalOrder())
                .orElse(Status.RESOLVED);
    }

    public boolean resolved() {
        return status() == Status.RESOLVED;
    }

    /** Candidate causes; both entries name the same ones. */
    public List<CandidateCause> causes() {
        return entries().stream()
                .map(entry -> entry.stand().causes())
                .filter(causes -> !causes.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Identities broken among the published figures. */
    public List<BrokenIdentity> broken() {
        return entries().stream()
                .map(entry -> entry.stand().broken())
                .filter(broken -> !broken.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What was said about it last. */
    public @Nullable String explanation() {
        return entries().stream()
                .map(entry -> entry.stand().explanation())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
