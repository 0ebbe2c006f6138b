package vn.hocvu.reporting.views.planbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.hocvu.reporting.messages.consumed.Heard;

/**
 * One item of an allocated plan.
 *
 * @param quotaLearners absent if the figure's scope is ambiguous
 * @param readings      what an ambiguous figure may mean
 */
public record ItemTerms(
        String itemId,
        @Nullable String classType,
        @Nullable String category,
        @Nullable String fundingSource,
        @Nullable String fundingOrgId,
        @Nullable String requesterOrgId,
        @Nullable String venueType,
        @Nullable String venueId,
        int quotaClasses,
        @Nullable Integer quotaLearners,
        @Nullable Integer learnersPerClass,
        @Nullable Integer ambiguousValue,
        List<Reading> readings,
        @Nullable String awaits) {

    public ItemTerms {
        readings = List.copyOf(readings);
    }

    /** One thing an ambiguous figure may mean. */
    public record Reading(String scope, int quotaLearners) {}

    static ItemTerms of(Heard item) {
        return new ItemTerms(
                item.required("itemId"),
                item.text("classType"),
                item.text("category"),
                item.text("fundingSource"),
                item.text("fundingOrgId"),
                item.text("requesterOrgId"),
                item.text("venueType"),
                item.text("venueId"),
                item.number("quotaClasses"),
                item.optionalNumber("quotaLearners"),
                item.optionalNumber("learnersPerClass"),
                item.optionalNumber("ambiguousValue"),
                readings(item.payload().path("readings")),
                item.text("awaits"));
    }

    private static List<Reading> readings(JsonNode array) {
        List<Reading> readings = new ArrayList<>();
        array.forEach(one ->
                readings.add(new Reading(new Heard(one).required("scope"), new Heard(one).number("quotaLearners"))));
        return readings;
    }

    public boolean ambiguous() {
        return quotaLearners == null;
    }
}
