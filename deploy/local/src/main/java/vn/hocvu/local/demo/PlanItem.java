package vn.hocvu.local.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One item of a plan.
 *
 * @param item           its number, which follows from the order of adding
 * @param venue          where, absent when the venues come with the classes
 * @param classes        classes promised
 * @param learners       learners promised, absent when the figure is ambiguous
 * @param perClass       learners of each class, likewise
 * @param ambiguousValue the figure whose scope is unclear
 * @param readings       what that figure may mean, learners by scope
 * @param awaits         paper without which no class may begin
 * @param from           first day on which its classes may begin, absent for any day of the year
 * @param until          last such day
 */
record PlanItem(
        String item,
        String classType,
        String category,
        String venueType,
        @Nullable String venue,
        String fundingSource,
        @Nullable String fundingOrg,
        @Nullable String requester,
        String studyMode,
        int classes,
        @Nullable Integer learners,
        @Nullable Integer perClass,
        String learnersScope,
        @Nullable Integer ambiguousValue,
        Map<String, Integer> readings,
        @Nullable String awaits,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    static PlanItem of(CsvRow row) {
        var readings = new LinkedHashMap<String, Integer>();
        var told = row.optional("readings");
        if (told != null) {
            for (var reading : told.split(" ")) {
                var colon = reading.indexOf(':');
                readings.put(reading.substring(0, colon), Integer.parseInt(reading.substring(colon + 1)));
            }
        }
        return new PlanItem(
                row.text("item"),
                row.text("classType"),
                row.text("category"),
                row.text("venueType"),
                row.optional("venue"),
                row.text("fundingSource"),
                row.optional("fundingOrg"),
                row.optional("requester"),
                row.text("studyMode"),
                row.number("classes"),
                row.optionalNumber("learners"),
                row.optionalNumber("perClass"),
                row.text("learnersScope"),
                row.optionalNumber("ambiguousValue"),
                readings,
                row.optional("awaits"),
                row.optionalDate("plannedFrom"),
                row.optionalDate("plannedUntil"));
    }

    int year() {
        return Integer.parseInt(item.substring(0, 4));
    }

    /** What it says, as a program sends it. */
    Map<String, Object> terms() {
        var terms = new LinkedHashMap<String, Object>();
        terms.put("classType", classType);
        terms.put("category", category);
        terms.put("fundingSource", fundingSource);
        put(terms, "fundingOrgId", fundingOrg);
        put(terms, "requesterOrgId", requester);
        terms.put("venueType", venueType);
        put(terms, "venueId", venue);
        terms.put("studyMode", studyMode);
        terms.put("quotaClasses", classes);
        put(terms, "quotaLearners", learners);
        put(terms, "learnersPerClass", perClass);
        terms.put("learnersScope", learnersScope);
        put(terms, "ambiguousValue", ambiguousValue);
        if (!readings.isEmpty()) {
            terms.put(
                    "readings",
                    readings.entrySet().stream()
                            .map(reading -> Map.of("scope", reading.getKey(), "quotaLearners", reading.getValue()))
                            .toList());
        }
        put(terms, "awaits", awaits);
        put(terms, "plannedFrom", from);
        put(terms, "plannedUntil", until);
        return terms;
    }

    private static void put(Map<String, Object> terms, String field, @Nullable Object value) {
        if (value != null) terms.put(field, value instanceof LocalDate day ? day.toString() : value);
    }
}
