package vn.hocvu.classes.views.classes;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.trainingclass.ClassEvent;
import vn.hocvu.classes.trainingclass.ClassEvent.*;
import vn.hocvu.classes.trainingclass.DocumentRef;
import vn.hocvu.classes.trainingclass.OrgId;
import vn.hocvu.classes.trainingclass.Phase;
import vn.hocvu.classes.trainingclass.ReasonCode;
import vn.hocvu.classes.trainingclass.RuleSets;
import vn.hocvu.classes.trainingclass.Slot;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * One class as it stands.
 *
 * @param proposal what was said when it was proposed; absent only before the first fact
 * @param version  last sequence of the class, for stale forms
 */
public record ClassRow(
        String classId,
        @Nullable ClassProposed proposal,
        Phase phase,
        Slot slot,
        @Nullable String denial,
        Recruiting recruiting,
        @Nullable Opening opening,
        @Nullable Suspension suspension,
        Teaching teaching,
        @Nullable Ending ending,
        long version)
        implements Row<ClassEvent, ClassRow> {

    /**
     * How recruiting stands.
     *
     * @param enrolled newest confirmed roll, absent before the first
     * @param current  the roll was confirmed since recruiting was last extended
     * @param missed   the roll is below the minimum and nobody has decided yet
     * @param override document that allows to open below the minimum
     */
    public record Recruiting(
            @Nullable LocalDate deadline,
            @Nullable Integer enrolled,
            @Nullable Integer rollVersion,
            boolean current,
            boolean missed,
            @Nullable DocumentRef override) {
        static final Recruiting NONE = new Recruiting(null, null, null, false, false, null);
    }

    /** How the class opened. */
    public record Opening(
            LocalDate openedOn, int enrolled, LocalDate plannedEndOn, RuleSets ruleSets, DocumentRef decision) {}

    /** Why and by which paper teaching rests, or rested. */
    public record Suspension(
            ReasonCode reasonCode, @Nullable String reasonText, DocumentRef document) {}

    /** How far teaching is. */
    public record Teaching(
            @Nullable LocalDate ceremonyOn,
            @Nullable LocalDate startedOn,
            @Nullable Integer deliveredPeriods,
            @Nullable LocalDate taughtOn,
            @Nullable Integer finalRoll) {
        static final Teaching NONE = new Teaching(null, null, null, null, null);
    }

    /**
     * How the class ended.
     *
     * @param passed        graduates, or learners who completed; absent if the class broke off
     * @param learners      all who got an outcome, or whose places were released
     * @param quotaReturned for a cancelled class: the plan item got the class back
     */
    public record Ending(
            LocalDate on,
            DocumentRef document,
            @Nullable Integer passed,
            int learners,
            @Nullable ReasonCode reasonCode,
            @Nullable String reasonText,
            @Nullable Boolean quotaReturned) {}

    static ClassRow empty(String classId) {
        return new ClassRow(
                classId,
                null,
                Phase.PROPOSED,
                Slot.PENDING,
                null,
                Recruiting.NONE,
                null,
                null,
                Teaching.NONE,
                null,
                -1);
    }

    /** Everything said at the proposal; every class begins with one. */
    public ClassProposed proposed() {
        if (proposal == null) {
            throw new IllegalStateException("class " + classId + " has no proposal");
        }
        return proposal;
    }

    /** First day as opened, or as planned. */
    public LocalDate startOn() {
        return opening == null ? proposed().plannedStart() : opening.openedOn();
    }

    /** What the class waits for, absent if nothing. */
    public @Nullable ClassTask task() {
        return switch (phase) {
            case PROPOSED ->
                slot == Slot.GRANTED
                        ? ClassTask.START_RECRUITING
                        : slot == Slot.DENIED ? ClassTask.ANSWER_DENIAL : null;
            case RECRUITING ->
                recruiting.missed()
                        ? ClassTask.DECIDE_ON_MINIMUM
                        : recruiting.current() ? ClassTask.CONFIRM_READINESS : null;
            case READY -> ClassTask.OPEN;
            case TAUGHT ->
                teaching.finalRoll() == null
                        ? null
                        : proposed().classType().isShortCourse() ? ClassTask.CLOSE : ClassTask.GRADUATE;
            default -> null;
        };
    }

    /** Organisations that have to do with the class: the house's owner, who pays, who asked, who sends learners. */
    public List<String> organizations() {
        var p = proposed();
        return Stream.concat(
                        Stream.of(p.venueOwnerOrgId(), p.fundingOrgId(), p.requesterOrgId()),
                        p.participatingOrgIds().stream())
                .filter(o -> o != null)
                .map(OrgId::value)
                .distinct()
                .toList();
    }

    @Override
    public ClassRow after(Fact<ClassEvent> fact) {
        return ClassFold.after(this, fact.body(), fact.sequence());
    }
}
