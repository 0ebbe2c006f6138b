package vn.hocvu.classes.trainingclass;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import vn.hocvu.classes.trainingclass.ClassCommand.*;
import vn.hocvu.classes.trainingclass.ClassEvent.*;

/** The people, papers and classes of the examples. */
public final class Sample {
    public static final PlanItemId ITEM = new PlanItemId("2020-02");
    public static final ClassId CLASS = ClassId.of(ClassType.TC_LLCT, 2020, new ClassCode("TC-2020-04"));
    public static final LocalDate MAY_5 = LocalDate.of(2020, 5, 5);
    public static final LocalDate MAY_11 = LocalDate.of(2020, 5, 11);
    public static final LocalDate MAY_12 = LocalDate.of(2020, 5, 12);
    public static final LocalDate MAY_20 = LocalDate.of(2020, 5, 20);
    public static final LocalDate NOV_2021 = LocalDate.of(2021, 11, 12);
    public static final DocumentRef DECISION =
            new DocumentRef(DocumentType.DECISION, "5/QĐ-REF", MAY_5, "Trường", "Hiệu trưởng");
    public static final Reason TOO_FEW = new Reason(ReasonCode.INSUFFICIENT_ENROLLMENT, null);

    private Sample() {}

    public static ProposeClass propose() {
        return propose(ClassType.TC_LLCT, 50);
    }

    public static ProposeClass propose(ClassType type, int minimum) {
        return new ProposeClass(
                new ClassCode(type.isShortCourse() ? "BD-2020-04" : "TC-2020-04"),
                ITEM,
                false,
                type,
                type.isShortCourse() ? Category.PARTY_WORK : Category.THEORY,
                new Cohort("K70"),
                Curriculum.usualFor(type),
                StudyMode.PART_TIME,
                new VenueId("ba-dinh"),
                VenueType.CENTER,
                new OrgId("ba-dinh"),
                FundingSource.DISTRICT_BUDGET,
                new OrgId("ba-dinh"),
                new OrgId("ba-dinh"),
                new Headcount(80),
                new Headcount(minimum),
                new Seats(88),
                MAY_12,
                LocalDate.of(2021, 11, 12),
                List.of(new OrgId("ba-dinh")),
                MAY_5);
    }

    public static ClassProposed proposed() {
        return Facts.proposed(propose());
    }

    /** A short course under the same identity, so that the other facts fit it. */
    public static ClassProposed shortCourseProposed() {
        var p = Facts.proposed(propose(ClassType.BOI_DUONG, 40));
        return new ClassProposed(
                CLASS,
                p.classCode(),
                p.planItemId(),
                p.offPlan(),
                p.classType(),
                p.category(),
                p.cohort(),
                p.curriculum(),
                p.studyMode(),
                p.venueId(),
                p.venueType(),
                p.venueOwnerOrgId(),
                p.fundingSource(),
                p.fundingOrgId(),
                p.requesterOrgId(),
                p.plannedLearners(),
                p.minLearners(),
                p.seats(),
                p.plannedStart(),
                p.plannedEnd(),
                p.participatingOrgIds(),
                p.effectiveOn());
    }

    public static SlotGrantNoted granted() {
        return new SlotGrantNoted(CLASS, ITEM, MAY_5);
    }

    public static RecruitingStarted recruiting() {
        return Facts.recruitingStarted(proposed(), new StartRecruiting(CLASS, MAY_11, MAY_5));
    }

    public static RollReceived roll(int enrolled, int version) {
        return new RollReceived(CLASS, new Headcount(enrolled), new RollVersion(version), MAY_11);
    }

    public static RecordRoll recordRoll(int enrolled, int version) {
        return new RecordRoll(CLASS, new Headcount(enrolled), new RollVersion(version), MAY_11);
    }

    public static ReadinessConfirmed ready() {
        return new ReadinessConfirmed(
                CLASS,
                List.of(ReadinessCheck.ROLL_RECEIVED, ReadinessCheck.WITHIN_SEATS, ReadinessCheck.MINIMUM_REACHED),
                MAY_11);
    }

    public static ClassOpened opened(int enrolled) {
        return Facts.opened(
                proposed(),
                new ClassState.Roll(new Headcount(enrolled), new RollVersion(1), true),
                new OpenClass(CLASS, DECISION, MAY_12));
    }

    public static TeachingCompleted taught() {
        return new TeachingCompleted(CLASS, new Periods(1_056), DECISION, NOV_2021);
    }

    public static FinalRollReceived finalRoll(int learners) {
        return new FinalRollReceived(CLASS, new RollVersion(2), learners(learners), NOV_2021);
    }

    public static List<LearnerId> learners(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new LearnerId("0199aa00-0000-7000-9000-%012d".formatted(n)))
                .toList();
    }

    public static List<LearnerOutcome> outcomes(int count, Result result) {
        return learners(count).stream()
                .map(l -> new LearnerOutcome(l, result, result == Result.GRADUATED ? Band.GOOD : null))
                .toList();
    }
}
