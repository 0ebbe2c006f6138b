package vn.hocvu.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One amendment of an allocated plan.
 *
 * @param amendment its number, which follows from the order of proposing
 * @param item      number of the item, also of one that it adds
 * @param proposer  sample account that proposes it
 * @param proposed  date of the proposal
 * @param effective day from which the plan says otherwise, which may be long before the papers
 * @param decided   date of the last answer, absent while it waits
 * @param answers   sample accounts that answer in this order; the last answer is the outcome
 * @param outcome   {@code APPROVED}, {@code REJECTED}, {@code WITHDRAWN}, or how far it has come
 * @param change    the columns of what the item shall say
 * @param comments  why it was rejected
 */
record Amendment(
        String amendment,
        String kind,
        String item,
        String proposer,
        LocalDate proposed,
        LocalDate effective,
        @Nullable LocalDate decided,
        List<String> answers,
        String outcome,
        CsvRow change,
        String reason,
        String text,
        @Nullable String comments) {

    static final String APPROVED = "APPROVED";

    static Amendment of(CsvRow row) {
        var answers = row.optional("answers");
        return new Amendment(
                row.text("amendment"),
                row.text("kind"),
                row.text("item"),
                row.text("proposer"),
                row.date("proposed"),
                row.date("effective"),
                row.optionalDate("decided"),
                answers == null ? List.of() : List.of(answers.split(" ")),
                row.text("outcome"),
                row,
                row.text("reason"),
                row.text("text"),
                row.optional("comments"));
    }

    int year() {
        return Integer.parseInt(amendment.substring(0, 4));
    }

    boolean approved() {
        return outcome.equals(APPROVED);
    }

    /** True if it takes effect before it was even proposed. */
    boolean backDated() {
        return effective.isBefore(proposed);
    }

    /**
     * What the item shall say; absent if it shall go.
     *
     * @param before what it says, absent if it is added
     */
    @Nullable
    PlanItem after(@Nullable PlanItem before) {
        return switch (kind) {
            case "ADD_ITEM" -> added();
            case "REMOVE_ITEM" -> null;
            default -> changed(Objects.requireNonNull(before, item));
        };
    }

    private PlanItem added() {
        return new PlanItem(
                item,
                change.text("classType"),
                change.text("category"),
                change.text("venueType"),
                change.optional("venue"),
                change.text("fundingSource"),
                change.optional("fundingOrg"),
                change.optional("requester"),
                change.text("studyMode"),
                change.number("classes"),
                change.optionalNumber("learners"),
                change.optionalNumber("perClass"),
                "EXPLICIT",
                null,
                Map.of(),
                null,
                change.optionalDate("plannedFrom"),
                change.optionalDate("plannedUntil"));
    }

    private PlanItem changed(PlanItem now) {
        var quota = kind.equals("INCREASE") || kind.equals("DECREASE");
        var venue = kind.equals("MOVE_VENUE");
        var funding = kind.equals("CHANGE_FUNDING");
        var period = kind.equals("RESCHEDULE");
        return new PlanItem(
                item,
                now.classType(),
                now.category(),
                venue ? change.text("venueType") : now.venueType(),
                venue ? change.optional("venue") : now.venue(),
                funding ? change.text("fundingSource") : now.fundingSource(),
                funding ? change.optional("fundingOrg") : now.fundingOrg(),
                now.requester(),
                now.studyMode(),
                quota ? change.number("classes") : now.classes(),
                quota ? change.optionalNumber("learners") : now.learners(),
                quota ? change.optionalNumber("perClass") : now.perClass(),
                now.learnersScope(),
                now.ambiguousValue(),
                now.readings(),
                now.awaits(),
                period ? change.optionalDate("plannedFrom") : now.from(),
                period ? change.optionalDate("plannedUntil") : now.until());
    }

    /** The paper with which it is proposed. */
    Paper proposal() {
        return Paper.of("PROPOSAL", number() + "/TTr-REF", proposed, proposer);
    }

    /** The paper with which it is decided. */
    Paper decision() {
        return Paper.of("DECISION", number() + "/QĐ-ĐC-REF", decidedOn(), answers.getLast());
    }

    LocalDate decidedOn() {
        return Objects.requireNonNull(decided, amendment);
    }

    private String number() {
        return amendment.substring(amendment.indexOf('A') + 1);
    }
}
