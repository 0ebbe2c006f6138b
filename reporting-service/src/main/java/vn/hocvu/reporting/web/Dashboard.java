package vn.hocvu.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one moment, ready to be shown in one language.
 *
 * @param at          when they were derived
 * @param effectiveBy last business date that counts
 */
record Dashboard(
        int year,
        Instant at,
        LocalDate effectiveBy,
        List<Tile> now,
        List<Tile> ofYear,
        List<Tile> attention,
        Map<String, Chart> charts,
        List<TypeLine> types,
        List<VenueLine> venues) {

    /** One figure with what it counts. */
    record Tile(
            String id,
            String title,
            String value,
            @Nullable String unit,
            @Nullable String note,
            @Nullable String explain) {}

    /** Data of one chart; links lead from a bar to the list behind it. */
    record Chart(String kind, List<String> categories, List<Series> series, List<String> links) {}

    /** One line or colour of a chart. */
    record Series(String name, List<Integer> values) {}

    /** A figure of the year by class type; the rows of the first chart. */
    record TypeLine(String figure, String title, String explain, List<Integer> learners) {}

    /** A venue's share of the year. */
    record VenueLine(String title, String explain, int classes, int learners) {}

    /** What a live page replaces: text by tile, data by chart. */
    Map<String, Object> live() {
        var values = new LinkedHashMap<String, String>();
        for (var tiles : List.of(now, ofYear, attention)) {
            for (var tile : tiles) {
                values.put(tile.id(), tile.value());
                if (tile.note() != null) {
                    values.put(tile.id() + ".note", tile.note());
                }
            }
        }
        return Map.of("at", at.toString(), "values", values, "charts", charts);
    }
}
