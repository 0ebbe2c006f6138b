package vn.hocvu.enrollment.views.intakes;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.IntakeEvent;
import vn.hocvu.enrollment.classintake.IntakeEvent.*;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.classintake.OrgId;
import vn.hocvu.enrollment.classintake.Phase;
import vn.hocvu.platform.eventstream.Fact;

/** Folds one fact into an intake's row: starts from the row, changes what the fact says, ends as the next row. */
final class IntakeFold {
    /** Business dates are local to Hà Nội. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final IntakeRow row;
    private Phase phase;
    private int roll;
    private final Map<String, Integer> byOrg;
    private final List<String> waiting;
    private long rollVersion;
    private @Nullable LocalDate deadline;
    private @Nullable LocalDate deadlineSetOn;
    private @Nullable LocalDate openedOn;

    IntakeFold(IntakeRow row) {
        this.row = row;
        this.phase = row.phase();
        this.roll = row.roll();
        this.byOrg = new TreeMap<>(row.byOrg());
        this.waiting = new ArrayList<>(row.waiting());
        this.rollVersion = row.rollVersion();
        this.deadline = row.deadline();
        this.deadlineSetOn = row.deadlineSetOn();
        this.openedOn = row.openedOn();
    }

    IntakeRow fold(Fact<IntakeEvent> fact) {
        switch (fact.body()) {
            case IntakeOpened e -> recruitUntil(e.deadline(), fact);
            case IntakeReopened e -> recruitUntil(e.deadline(), fact);
            case LearnerEnrolled e -> count(e.nominatingOrgId(), e.rollAfter(), 1);
            case PlaceEnded e -> end(e);
            case LearnerWaitlisted e -> waiting.add(e.learnerId().value());
            case WaitlistPromoted e -> stopWaiting(e.learnerId());
            case WaitlistLeft e -> stopWaiting(e.learnerId());
            case RollConfirmed e -> enter(Phase.ROLL_CONFIRMED, e.rollVersion().number());
            case IntakeStarted e -> {
                phase = Phase.RUNNING;
                openedOn = e.openedOn();
            }
            case RollFinalized e -> enter(Phase.FINAL, e.rollVersion().number());
            case IntakeReleased e -> phase = Phase.RELEASED;
        }
        return fact.body() instanceof IntakeOpened opened ? opened(opened, fact.sequence()) : changed(fact);
    }

    private void recruitUntil(LocalDate until, Fact<IntakeEvent> fact) {
        phase = Phase.OPEN;
        deadline = until;
        deadlineSetOn = fact.recordedAt().atZone(ZONE).toLocalDate();
    }

    private void enter(Phase next, long version) {
        phase = next;
        rollVersion = version;
    }

    private void end(PlaceEnded e) {
        count(e.nominatingOrgId(), e.rollAfter(), -1);
        if (e instanceof EnrollmentCompleted && e.rollAfter() == 0) {
            phase = Phase.COMPLETED;
        }
    }

    private void count(OrgId org, int rollAfter, int by) {
        roll = rollAfter;
        var count = byOrg.merge(org.value(), by, Integer::sum);
        if (count == 0) {
            byOrg.remove(org.value());
        }
    }

    private void stopWaiting(LearnerId learner) {
        waiting.remove(learner.value());
    }

    private IntakeRow opened(IntakeOpened e, long version) {
        return new IntakeRow(
                row.classId(),
                version,
                e.classCode(),
                e.planItemId().value(),
                e.classType(),
                e.studyMode(),
                e.venueId().value(),
                e.venueOwnerOrgId().value(),
                e.seats().count(),
                e.minLearners(),
                deadline,
                deadlineSetOn,
                e.fundingSource(),
                e.fundingOrgId() == null ? null : e.fundingOrgId().value(),
                e.participatingOrgIds().stream().map(OrgId::value).toList(),
                phase,
                roll,
                byOrg,
                waiting,
                rollVersion,
                openedOn,
                e.effectiveOn(),
                e.effectiveOn());
    }

    private IntakeRow changed(Fact<IntakeEvent> fact) {
        return new IntakeRow(
                row.classId(),
                fact.sequence(),
                row.classCode(),
                row.planItemId(),
                row.classType(),
                row.studyMode(),
                row.venueId(),
                row.venueOwnerOrgId(),
                row.seats(),
                row.minLearners(),
                deadline,
                deadlineSetOn,
                row.fundingSource(),
                row.fundingOrgId(),
                row.participatingOrgIds(),
                phase,
                roll,
                byOrg,
                waiting,
                rollVersion,
                openedOn,
                row.recruitingFrom(),
                fact.body().effectiveOn());
    }
}
