package vn.hocvu.local.demo;

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
        @Nullable String awaits) {

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
                row.optional("awaits"));
    }

    int year() {
        return Integer.parseInt(item.substring(0, 4));
    }
}
