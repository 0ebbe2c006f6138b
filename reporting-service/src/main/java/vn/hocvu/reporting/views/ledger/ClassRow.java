package vn.hocvu.reporting.views.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;
import vn.hocvu.reporting.messages.consumed.Heard;

/** One class: what it is, and the dated facts from which its share in every figure follows. */
public record ClassRow(
        String classId,
        @Nullable String classCode,
        @Nullable String planItemId,
        boolean offPlan,
        @Nullable String classType,
        @Nullable String category,
        @Nullable String studyMode,
        @Nullable String venueId,
        @Nullable String venueType,
        @Nullable String fundingSource,
        @Nullable String fundingOrgId,
        @Nullable String requesterOrgId,
        int plannedLearners,
        int minLearners,
        int seats,
        int enrolledAtOpening,
        @Nullable LocalDate deadline,
        @Nullable LocalDate plannedEndOn,
        @Nullable Moment proposed,
        @Nullable Moment opened,
        @Nullable Moment cancelled,
        @Nullable Ending ended,
        List<Move> moves)
        implements Row<Heard, ClassRow> {

    private static final Set<String> EXITS = Set.of(
            "LearnerWithdrawn",
            "LearnerExpelled",
            "LearnerDeferred",
            "LearnerDeceased",
            "LearnerTransferredOut",
            "LearnerReleased");

    public ClassRow {
        moves = List.copyOf(moves);
    }

    static ClassRow empty(String classId) {
        return new ClassRow(
                classId, null, null, false, null, null, null, null, null, null, null, null, 0, 0, 0, 0, null, null,
                null, null, null, null, List.of());
    }

    /** Messages that change a row; all others leave it as it is. */
    static boolean concerns(String type) {
        return switch (type) {
            case "ClassProposed",
                    "RecruitingStarted",
                    "RecruitingExtended",
                    "ClassOpened",
                    "ClassCancelled",
                    "ClassGraduated",
                    "ClassClosed",
                    "ClassTerminated",
                    "LearnerEnrolled" -> true;
            default -> EXITS.contains(type);
        };
    }

    @Override
    public ClassRow after(Fact<Heard> fact) {
        Heard said = fact.body();
        return switch (fact.type()) {
            case "ClassProposed" -> described(said, said.date("plannedEnd"), Moment.of(fact, null), opened);
            case "RecruitingStarted", "RecruitingExtended" -> until(said.date("deadline"));
            case "ClassOpened" ->
                described(said, said.date("plannedEndOn"), proposed, Moment.of(fact, said.document("openingDecision")));
            case "ClassCancelled" -> cancelled(Moment.of(fact, said.document("document")));
            case "ClassGraduated" ->
                ended(new Ending(
                        Moment.of(fact, said.document("graduationDecision")),
                        Ending.Kind.GRADUATED,
                        said.part("counts").number("graduated"),
                        said.part("counts").number("notGraduated")));
            case "ClassClosed" ->
                ended(new Ending(
                        Moment.of(fact, said.document("decision")),
                        Ending.Kind.CLOSED,
                        said.part("counts").number("completed"),
                        said.part("counts").number("notCompleted")));
            case "ClassTerminated" ->
                ended(new Ending(Moment.of(fact, said.document("document")), Ending.Kind.TERMINATED, 0, 0));
            case "LearnerEnrolled" ->
                moved(new Move(
                        Moment.of(fact, said.document("admissionMinutes")),
                        1,
                        said.required("enrollmentType"),
                        said.text("fromClassId")));
            default ->
                EXITS.contains(fact.type())
                        ? moved(new Move(Moment.of(fact, said.document("document")), -1, fact.type(), null))
                        : this;
        };
    }

    /** Proposal and opening describe the class alike; the opening adds the roll it opened with. */
    private ClassRow described(
            Heard said, @Nullable LocalDate plannedEnd, @Nullable Moment whenProposed, @Nullable Moment whenOpened) {
        return new ClassRow(
                classId,
                said.required("classCode"),
                said.text("planItemId"),
                said.flag("offPlan"),
                said.required("classType"),
                said.text("category"),
                said.text("studyMode"),
                said.text("venueId"),
                said.text("venueType"),
                said.text("fundingSource"),
                said.text("fundingOrgId"),
                said.text("requesterOrgId"),
                said.number("plannedLearners"),
                said.number("minLearners"),
                said.number("seats"),
                said.number("enrolledCount"),
                deadline,
                plannedEnd,
                whenProposed,
                whenOpened,
                cancelled,
                ended,
                moves);
    }

    private ClassRow until(@Nullable LocalDate newDeadline) {
        return copy(newDeadline, cancelled, ended, moves);
    }

    private ClassRow cancelled(Moment at) {
        return copy(deadline, at, ended, moves);
    }

    private ClassRow ended(Ending ending) {
        return copy(deadline, cancelled, ending, moves);
    }

    private ClassRow moved(Move move) {
        List<Move> more = new ArrayList<>(moves.size() + 1);
        more.addAll(moves);
        more.add(move);
        return copy(deadline, cancelled, ended, more);
    }

    private ClassRow copy(
            @Nullable LocalDate newDeadline,
            @Nullable Moment whenCancelled,
            @Nullable Ending ending,
            List<Move> newMoves) {
        return new ClassRow(
                classId,
                classCode,
                planItemId,
                offPlan,
                classType,
                category,
                studyMode,
                venueId,
                venueType,
                fundingSource,
                fundingOrgId,
                requesterOrgId,
                plannedLearners,
                minLearners,
                seats,
                enrolledAtOpening,
                newDeadline,
                plannedEndOn,
                proposed,
                opened,
                whenCancelled,
                ending,
                newMoves);
    }
}
