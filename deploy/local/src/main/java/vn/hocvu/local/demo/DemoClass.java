package vn.hocvu.local.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One class of the reference years that opened.
 *
 * @param code          class code
 * @param item          plan item it belongs to
 * @param classType     type code
 * @param venue         where it is taught, {@code truong} for the school
 * @param fundingSource who pays
 * @param fundingOrg    the paying district, if a district pays
 * @param requester     body that asked for the course, if one did
 * @param studyMode     full or part time
 * @param planned       learners planned for
 * @param opened        effective date of the opening decision
 * @param ended         effective date of the graduation or closing decision; absent while the class runs
 * @param learners      learners on the roll
 */
record DemoClass(
        String code,
        String item,
        String classType,
        String category,
        String venue,
        String fundingSource,
        @Nullable String fundingOrg,
        @Nullable String requester,
        String studyMode,
        int planned,
        LocalDate opened,
        @Nullable LocalDate ended,
        int learners) {

    static DemoClass of(CsvRow row) {
        return new DemoClass(
                row.text("code"),
                row.text("item"),
                row.text("classType"),
                row.text("category"),
                row.text("venue"),
                row.text("fundingSource"),
                row.optional("fundingOrg"),
                row.optional("requester"),
                row.text("studyMode"),
                row.number("planned"),
                row.date("opened"),
                row.optionalDate("ended"),
                row.number("learners"));
    }

    boolean shortCourse() {
        return classType.equals("BOI_DUONG");
    }

    /** Planned end: half a year full time, one and a half part time, the last day of a short course. */
    LocalDate plannedEnd() {
        if (shortCourse() && ended != null) return ended;
        return opened.plusMonths(studyMode.equals("FULL_TIME") ? 6 : 18);
    }

    int year() {
        return opened.getYear();
    }
}
