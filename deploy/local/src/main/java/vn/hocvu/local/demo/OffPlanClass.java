package vn.hocvu.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One class that a plan did not have, from the need to the decision or as far as it has come.
 *
 * @param request      word that tells it from the others
 * @param account      sample account that asks for it
 * @param requester    body that needs it
 * @param requested    date of the request
 * @param assessed     date of the assessment, absent while it waits for that, as the later dates
 * @param answers      {@code yes} or {@code no} for need, lecturers and time
 * @param notes        what was found about each
 * @param consultedOrg body that was consulted
 * @param outcome      {@code APPROVED} or {@code REJECTED}, absent before
 * @param venue        where an approved class is held
 * @param comments     why it was rejected
 */
record OffPlanClass(
        String request,
        String account,
        String requester,
        String classType,
        String category,
        int learners,
        String fundingSource,
        @Nullable String fundingOrg,
        LocalDate desiredStart,
        String need,
        LocalDate requested,
        @Nullable LocalDate assessed,
        List<String> answers,
        List<String> notes,
        @Nullable LocalDate consulted,
        @Nullable String consultedOrg,
        @Nullable String consultation,
        @Nullable LocalDate reported,
        @Nullable LocalDate decided,
        @Nullable String outcome,
        @Nullable String venueType,
        @Nullable String venue,
        @Nullable String studyMode,
        @Nullable String comments) {

    static OffPlanClass of(CsvRow row) {
        var answers = row.optional("answers");
        return new OffPlanClass(
                row.text("request"),
                row.text("account"),
                row.text("requester"),
                row.text("classType"),
                row.text("category"),
                row.number("learners"),
                row.text("fundingSource"),
                row.optional("fundingOrg"),
                row.date("desiredStart"),
                row.text("need"),
                row.date("requested"),
                row.optionalDate("assessed"),
                answers == null ? List.of() : List.of(answers.split(" ")),
                answers == null
                        ? List.of()
                        : List.of(row.text("needNote"), row.text("lecturerNote"), row.text("timeNote")),
                row.optionalDate("consulted"),
                row.optional("consultedOrg"),
                row.optional("consultation"),
                row.optionalDate("reported"),
                row.optionalDate("decided"),
                row.optional("outcome"),
                row.optional("venueType"),
                row.optional("venue"),
                row.optional("studyMode"),
                row.optional("comments"));
    }

    int year() {
        return desiredStart.getYear();
    }

    boolean approved() {
        return "APPROVED".equals(outcome);
    }

    /** True if need, lecturers or time, in this order from 0, was found sufficient. */
    boolean met(int criterion) {
        return answers.get(criterion).equals("yes");
    }

    /** Stage in which it is left. */
    String phase() {
        if (outcome != null) return outcome;
        if (reported != null) return "REPORTED";
        if (consulted != null) return "CONSULTED";
        return assessed != null ? "ASSESSED" : "REQUESTED";
    }

    /** A fact that this request has, if it has come that far. */
    static <T> T known(@Nullable T fact) {
        return Objects.requireNonNull(fact, "a request is not as far as its phase says");
    }
}
