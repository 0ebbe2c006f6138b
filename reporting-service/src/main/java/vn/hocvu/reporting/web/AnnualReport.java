package vn.hocvu.reporting.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.publishedfigure.Count;

/**
 * The account of one year: every class and learner, what could not be done, and where published figures differ.
 *
 * @param asOf        as known at this instant
 * @param effectiveBy last business date that counts
 * @param position    messages folded, by service
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnnualReport(
        int year,
        Instant asOf,
        LocalDate effectiveBy,
        Map<String, Long> position,
        List<ClassType> classTypes,
        Unfulfilled unfulfilled,
        List<Difference> discrepancies,
        @Nullable NextYearPlan nextYearPlan,
        List<Check> identities) {

    /** One class type: what came in, opened, was trained, ended and goes on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClassType(
            String classType,
            Count trained,
            @Nullable Integer distinctLearners,
            Count carriedIn,
            Count opened,
            Count graduated,
            Count closed,
            Count terminated,
            Count carriedOut,
            Count unfulfilled,
            Share fulfilment,
            List<Part> parts,
            List<Category> categories) {}

    /**
     * How far the plan was carried out.
     *
     * @param classesPercent  opened of planned classes, one decimal half up; absent without a plan
     * @param learnersPercent absent without a plan or while a figure is ambiguous
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Share(
            Count quota,
            Count opened,
            String learnersScope,
            @Nullable Double classesPercent,
            @Nullable Double learnersPercent) {}

    /** The share of one kind of venue and source of funding. */
    record Part(String venueType, String fundingSource, Count opened, Count carriedOut) {}

    /** Short courses or classes of one category. */
    record Category(String category, Count opened, Count ended) {}

    /** What could not be done, in all and by reason. */
    record Unfulfilled(int classes, int learners, List<Reason> items) {}

    /** Items that could not be done for one reason. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Reason(
            int classes,
            int learners,
            String reasonCode,
            String classType,
            List<String> fundingOrganizations,
            @Nullable String requester,
            List<String> planItems) {}

    /** A published figure beside the derived one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(
            String figure,
            int year,
            @Nullable String classType,
            Map<String, String> scope,
            Measured published,
            Measured derived,
            Measured difference,
            String status,
            @Nullable String explanation,
            List<CandidateLine> candidateCauses,
            List<BrokenLine> brokenIdentities) {}

    /** A figure in the measures in which it was published. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Measured(@Nullable Integer classes, @Nullable Integer learners) {}

    /** What may have made the published figure differ. */
    record CandidateLine(String cause, Count matched, Count residue, List<String> about) {}

    /** Sums of published figures that do not agree. */
    record BrokenLine(String identity, Count implied, Count against) {}

    /** The next year's allocation. */
    record NextYearPlan(int year, int totalClasses, List<PlannedType> classTypes, List<Total> totals) {}

    /**
     * One class type of the next year's plan.
     *
     * @param learners absent while the figure's scope is ambiguous
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlannedType(
            String classType,
            int classes,
            @Nullable Integer learners,
            String learnersScope,
            @Nullable Integer ambiguousValue,
            List<PlannedPart> parts,
            List<Reading> readings) {}

    /** So many classes of so many learners each, at one kind of venue. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlannedPart(
            String venueType,
            int classes,
            @Nullable Integer learnersPerClass,
            @Nullable Integer learners) {}

    /** What an ambiguous figure may mean. */
    record Reading(String scope, int learners) {}

    /** The whole plan under one reading of its ambiguous figures. */
    record Total(String reading, int classes, int learners) {}

    /** One identity of the ledger. */
    record Check(String identity, Count left, Count right, boolean holds) {}
}
