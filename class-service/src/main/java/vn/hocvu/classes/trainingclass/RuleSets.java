package vn.hocvu.classes.trainingclass;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The rules a class is taught and graded by, pinned on the day it opens and never changed afterwards (C5). */
public record RuleSets(String grading, String absence, String conduct) {
    /** Grading scheme by opening date (domain section 5.2); before the first one the table of QĐ 268 (2010) stood alone. */
    private static final NavigableMap<LocalDate, String> GRADING = new TreeMap<>(Map.of(
            LocalDate.MIN,
            "268-2010",
            LocalDate.of(2016, 4, 21),
            "1855-2016",
            LocalDate.of(2019, 5, 2),
            "2252-2019",
            LocalDate.of(2021, 12, 21),
            "6468-2021"));

    /** The rules in force for a class that opens on this day. */
    public static RuleSets inForceOn(LocalDate openedOn) {
        return new RuleSets(GRADING.floorEntry(openedOn).getValue(), "ABS-2010", "CONDUCT-4");
    }
}
