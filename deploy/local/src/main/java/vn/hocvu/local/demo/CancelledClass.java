package vn.hocvu.local.demo;

import java.time.LocalDate;

/**
 * One class of the reference years that recruited and never opened.
 *
 * @param item           plan item whose class was given up
 * @param plannedStart   first day it was planned for
 * @param recruitingFrom first day of recruiting
 * @param deadline       last day of recruiting
 * @param cancelled      effective date of the cancellation
 * @param enrolled       learners whose places were given free
 */
record CancelledClass(
        String code,
        String item,
        String classType,
        String category,
        String venue,
        String fundingSource,
        String fundingOrg,
        String studyMode,
        int planned,
        LocalDate plannedStart,
        LocalDate recruitingFrom,
        LocalDate deadline,
        LocalDate cancelled,
        int enrolled) {

    static CancelledClass of(CsvRow row) {
        return new CancelledClass(
                row.text("code"),
                row.text("item"),
                row.text("classType"),
                row.text("category"),
                row.text("venue"),
                row.text("fundingSource"),
                row.text("fundingOrg"),
                row.text("studyMode"),
                row.number("planned"),
                row.date("plannedStart"),
                row.date("recruitingFrom"),
                row.date("deadline"),
                row.date("cancelled"),
                row.number("enrolled"));
    }
}
