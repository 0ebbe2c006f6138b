package vn.hocvu.enrollment.classintake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hocvu.enrollment.classintake.IntakeCommand.CompleteEnrollments;
import vn.hocvu.enrollment.classintake.IntakeCommand.ConfirmRoll;
import vn.hocvu.enrollment.classintake.IntakeCommand.DeferLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.EndTransferredPlace;
import vn.hocvu.enrollment.classintake.IntakeCommand.EnrollLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.ExpelLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.FinalizeRoll;
import vn.hocvu.enrollment.classintake.IntakeCommand.OpenIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.RecordDeath;
import vn.hocvu.enrollment.classintake.IntakeCommand.ReleaseIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.ReopenIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.StartIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.TransferLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.WithdrawLearner;
import vn.hocvu.enrollment.classintake.IntakeEvent.EnrollmentCompleted;
import vn.hocvu.enrollment.classintake.IntakeEvent.IntakeReleased;
import vn.hocvu.enrollment.classintake.IntakeEvent.IntakeReopened;
import vn.hocvu.enrollment.classintake.IntakeEvent.IntakeStarted;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerDeceased;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerDeferred;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerExpelled;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerReleased;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerTransferredOut;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerWaitlisted;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerWithdrawn;
import vn.hocvu.enrollment.classintake.IntakeEvent.RollConfirmed;
import vn.hocvu.enrollment.classintake.IntakeEvent.RollFinalized;
import vn.hocvu.enrollment.classintake.IntakeEvent.WaitlistLeft;
import vn.hocvu.enrollment.classintake.IntakeEvent.WaitlistPromoted;
import vn.hocvu.enrollment.classintake.IntakeRefusal.ClassFull;
import vn.hocvu.enrollment.classintake.IntakeRefusal.DeferralTooLong;
import vn.hocvu.enrollment.classintake.IntakeRefusal.IntakeNotFound;
import vn.hocvu.enrollment.classintake.IntakeRefusal.IntakeNotOpen;
import vn.hocvu.enrollment.classintake.IntakeRefusal.LeavesBeforeJoining;
import vn.hocvu.enrollment.classintake.IntakeRefusal.LevelsDiffer;
import vn.hocvu.enrollment.classintake.IntakeRefusal.NotOnRoll;
import vn.hocvu.enrollment.classintake.IntakeRefusal.OutcomesIncomplete;
import vn.hocvu.enrollment.classintake.IntakeRefusal.OutsideFunding;
import vn.hocvu.enrollment.classintake.IntakeRefusal.ReasonMissing;
import vn.hocvu.enrollment.classintake.IntakeRefusal.RollFrozen;
import vn.hocvu.enrollment.classintake.IntakeRefusal.RollHeld;
import vn.hocvu.enrollment.classintake.IntakeRefusal.RollOutdated;
import vn.hocvu.enrollment.classintake.IntakeRefusal.WindowClosed;
import vn.hocvu.enrollment.classintake.IntakeRefusal.WrongState;

class ClassIntakeTest {
    static final ClassId TC = new ClassId("tc-2020-21");
    static final ClassId OTHER = new ClassId("tc-2020-22");
    static final OrgId BA_VI = new OrgId("ba-vi");
    static final OrgId THANH_OAI = new OrgId("thanh-oai");
    static final LearnerId AN = new LearnerId("an");
    static final LearnerId BINH = new LearnerId("binh");
    static final LearnerId CHI = new LearnerId("chi");
    static final LocalDate OCT_26 = LocalDate.of(2020, 10, 26);
    static final LocalDate NOV_2 = LocalDate.of(2020, 11, 2);
    static final LocalDate NOV_9 = LocalDate.of(2020, 11, 9);
    static final LocalDate NOV_23 = LocalDate.of(2020, 11, 23);
    static final LocalDate NOV_30 = LocalDate.of(2020, 11, 30);
    static final DocumentRef MINUTES =
            new DocumentRef(DocumentType.MINUTES, "12/BB-HĐTS", OCT_26, "Trường", "Hiệu trưởng");
    static final DocumentRef DECISION = new DocumentRef(DocumentType.DECISION, "31/QĐ-TĐT", NOV_9, "Trường", null);

    @Test
    void recruitingOpensTheIntakeWithEverythingTheClassBrings() {
        var terms = terms(1);

        given().when(new OpenIntake(TC, terms, NOV_23, OCT_26))
                .expectEvents(IntakeEvent.IntakeOpened.with(TC, terms, NOV_23, OCT_26));
    }

    @Test
    void anIntakeOpensOnce() {
        given(opened(2)).when(new OpenIntake(TC, terms(3), NOV_23, NOV_2)).expectNoEvents();
    }

    @Test
    void anEnrolmentTakesTheLowestFreeSeatAndCountsTheRoll() {
        given(opened(3), enrolled(AN, 1), enrolled(BINH, 2), withdrawn(AN, 1))
                .when(enrol(CHI))
                .expectEvents(enrolled(CHI, 1, 2, NOV_2, EnrollmentType.NEW))
                .expectResultMessagePayload(Map.of(
                        "learnerId",
                        "chi",
                        "state",
                        "ENROLLED",
                        "enrollmentId",
                        "place-chi",
                        "seatNumber",
                        1,
                        "roll",
                        2));
    }

    @Test
    void theSameEnrolmentAgainSaysNothingNew() {
        given(opened(1), enrolled(AN, 1))
                .when(enrol(AN))
                .expectNoEvents()
                .expectResultMessagePayload(Map.of(
                        "learnerId",
                        "an",
                        "state",
                        "ENROLLED",
                        "enrollmentId",
                        "place-an",
                        "seatNumber",
                        1,
                        "roll",
                        1));
    }

    @Test
    void aFullClassRefusesWhoeverWillNotWait() {
        given(opened(1), enrolled(AN, 1))
                .when(new EnrollLearner(TC, place(BINH), BINH, BA_VI, EnrollmentType.NEW, MINUTES, false, NOV_2))
                .expectNoEvents()
                .expectException(ClassFull.class);
    }

    @Test
    void aFullClassPutsTheNextOnTheWaitingList() {
        given(opened(1), enrolled(AN, 1), waitlisted(BINH, 1))
                .when(enrol(CHI))
                .expectEvents(waitlisted(CHI, 2))
                .expectResultMessagePayload(Map.of("learnerId", "chi", "state", "WAITLISTED", "position", 2));
    }

    @Test
    void whoeverWaitsAlreadyKeepsThePosition() {
        given(opened(1), enrolled(AN, 1), waitlisted(BINH, 1))
                .when(enrol(BINH))
                .expectNoEvents()
                .expectResultMessagePayload(Map.of("learnerId", "binh", "state", "WAITLISTED", "position", 1));
    }

    @Test
    void aWaitingListHasAnEnd() {
        var history = new ArrayList<Object>(List.of(opened(1), enrolled(AN, 1)));
        for (int i = 1; i <= Waitlist.LONGEST; i++) {
            history.add(waitlisted(new LearnerId("waiting-" + i), i));
        }

        fixture().given(history).when(enrol(CHI)).expectNoEvents().expectException(ClassFull.class);
    }

    @Test
    void aFreedSeatGoesToWhoeverWaitedFirst() {
        given(opened(1), enrolled(AN, 1), waitlisted(BINH, 1), waitlisted(CHI, 2))
                .when(withdraw(AN, NOV_9))
                .expectEvents(
                        withdrawn(AN, 0),
                        new WaitlistPromoted(TC, BINH, NOV_9),
                        enrolled(BINH, 1, 1, NOV_9, EnrollmentType.NEW));
    }

    @Test
    void nobodyIsPromotedToADayBeforeAskingForTheSeat() {
        given(opened(1), enrolled(AN, 1, 1, OCT_26, EnrollmentType.NEW), waitlisted(BINH, 1))
                .when(withdraw(AN, OCT_26))
                .expectEvents(
                        withdrawn(AN, 0, OCT_26),
                        new WaitlistPromoted(TC, BINH, NOV_2),
                        enrolled(BINH, 1, 1, NOV_2, EnrollmentType.NEW));
    }

    @Test
    void aSeatFreedInARunningClassGoesToTheFirstWhoWaitsAsLate() {
        given(opened(1), enrolled(AN, 1), waitlisted(BINH, 1), confirmed(2, 1), started())
                .when(withdraw(AN, NOV_30))
                .expectEvents(
                        withdrawn(AN, 0, NOV_30),
                        new WaitlistPromoted(TC, BINH, NOV_30),
                        enrolled(BINH, 1, 1, NOV_30, EnrollmentType.LATE));
    }

    @Test
    void whoeverWaitsMayStopWaiting() {
        given(opened(1), enrolled(AN, 1), waitlisted(BINH, 1))
                .when(withdraw(BINH, NOV_9))
                .expectEvents(new WaitlistLeft(TC, BINH, ClassType.TC_LLCT, WaitlistEnd.WITHDRAWN, NOV_9));
    }

    @Test
    void onlyParticipatingOrganisationsSendLearners() {
        given(openedFor(List.of(BA_VI), null))
                .when(new EnrollLearner(TC, place(AN), AN, THANH_OAI, EnrollmentType.NEW, MINUTES, true, NOV_2))
                .expectNoEvents()
                .expectException(OutsideFunding.class);
    }

    @Test
    void theFundingOrganisationAlwaysTakesPart() {
        given(openedFor(List.of(BA_VI), THANH_OAI))
                .when(new EnrollLearner(TC, place(AN), AN, THANH_OAI, EnrollmentType.NEW, MINUTES, true, NOV_2))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anInvitedOrganisationSendsLearners() {
        given(openedFor(List.of(BA_VI), null)).when(enrol(AN)).expectSuccessfulHandlerExecution();
    }

    @Test
    void aCentreEnrolsIntoItsOwnVenue() {
        given(opened(2))
                .when(enrol(AN), Map.of("role", "CENTER_ADMIN", "organization", "ba-vi"))
                .expectEvents(enrolled(AN, 1, 1, NOV_2, EnrollmentType.NEW));
    }

    @Test
    void aCentreKnowsNothingOfOtherVenues() {
        given(opened(2))
                .when(enrol(AN), Map.of("role", "CENTER_ADMIN", "organization", "thanh-oai"))
                .expectNoEvents()
                .expectException(IntakeNotFound.class);
    }

    @Test
    void aCentreConfirmsNoRollOfOtherVenues() {
        given(opened(2), enrolled(AN, 1))
                .when(new ConfirmRoll(TC, null, NOV_23), Map.of("role", "CENTER_ADMIN"))
                .expectNoEvents()
                .expectException(IntakeNotFound.class);
    }

    @Test
    void aConfirmedRollCountsLearnersByOrganisation() {
        given(
                        opened(5),
                        enrolled(AN, 1),
                        new IntakeEvent.LearnerEnrolled(
                                TC,
                                place(BINH),
                                BINH,
                                "TC-2020-21",
                                new PlanItemId("2020-19"),
                                ClassType.TC_LLCT,
                                THANH_OAI,
                                FundingSource.DISTRICT_BUDGET,
                                BA_VI,
                                StudyMode.PART_TIME,
                                EnrollmentType.NEW,
                                null,
                                List.of(),
                                new SeatNumber(2),
                                2,
                                MINUTES,
                                MINUTES,
                                NOV_2))
                .when(new ConfirmRoll(TC, null, NOV_23))
                .expectEvents(new RollConfirmed(
                        TC,
                        new RollVersion(3),
                        2,
                        List.of(new OrgLearners(BA_VI, 1), new OrgLearners(THANH_OAI, 1)),
                        NOV_23));
    }

    @Test
    void aConfirmedRollIsConfirmedOnce() {
        given(opened(5), enrolled(AN, 1), confirmed(2, 1))
                .when(new ConfirmRoll(TC, null, NOV_23))
                .expectNoEvents();
    }

    @Test
    void aDeadlineThatWasMovedConfirmsNothing() {
        given(opened(5), new IntakeReopened(TC, NOV_30, NOV_9))
                .when(new ConfirmRoll(TC, NOV_23, NOV_23))
                .expectNoEvents();
    }

    @Test
    void theDeadlineConfirmsTheRoll() {
        given(opened(5), enrolled(AN, 1))
                .when(new ConfirmRoll(TC, NOV_23, NOV_23))
                .expectEvents(confirmed(2, 1));
    }

    @Test
    void aRunningClassHasNoRollToConfirm() {
        given(opened(5), enrolled(AN, 1), confirmed(2, 1), started())
                .when(new ConfirmRoll(TC, null, NOV_30))
                .expectNoEvents()
                .expectException(WrongState.class);
    }

    @Test
    void aConfirmedRollHoldsJoinersBack() {
        given(opened(5), enrolled(AN, 1), confirmed(2, 1))
                .when(enrol(BINH))
                .expectNoEvents()
                .expectException(RollHeld.class);
    }

    @Test
    void aConfirmedRollHoldsLeaversBack() {
        given(opened(5), enrolled(AN, 1), confirmed(2, 1))
                .when(withdraw(AN, NOV_9))
                .expectNoEvents()
                .expectException(RollHeld.class);
    }

    @Test
    void recruitingOnReleasesTheHeldRoll() {
        fixture()
                .given(opened(5), enrolled(AN, 1), confirmed(2, 1))
                .andGivenCommands(new ReopenIntake(TC, NOV_30, NOV_23))
                .when(enrol(BINH))
                .expectEvents(enrolled(BINH, 2, 2, NOV_2, EnrollmentType.NEW));
    }

    @Test
    void recruitingOnMovesTheDeadlineOfAnOpenIntake() {
        given(opened(5)).when(new ReopenIntake(TC, NOV_30, NOV_9)).expectEvents(new IntakeReopened(TC, NOV_30, NOV_9));
    }

    @Test
    void theSameDeadlineAgainSaysNothingNew() {
        given(opened(5)).when(new ReopenIntake(TC, NOV_23, NOV_9)).expectNoEvents();
    }

    @Test
    void aRunningClassRecruitsNoMore() {
        given(opened(5), confirmed(1, 0), started())
                .when(new ReopenIntake(TC, NOV_30, NOV_9))
                .expectNoEvents()
                .expectException(WrongState.class);
    }

    @Test
    void aSecondConfirmationIsNewerThanTheFirst() {
        given(opened(5), enrolled(AN, 1), confirmed(2, 1), new IntakeReopened(TC, NOV_30, NOV_23))
                .when(new ConfirmRoll(TC, null, NOV_23))
                .expectEvents(confirmed(3, 1));
    }

    @Test
    void theOpenedClassStartsTheIntake() {
        given(opened(5), enrolled(AN, 1), confirmed(2, 1))
                .when(new StartIntake(TC, NOV_23, new RollVersion(2)))
                .expectEvents(started());
    }

    @Test
    void theIntakeStartsOnce() {
        given(opened(5), enrolled(AN, 1), confirmed(2, 1), started())
                .when(new StartIntake(TC, NOV_23, null))
                .expectNoEvents();
    }

    @Test
    void theIntakeStartsWithTheConfirmedRollOnly() {
        given(opened(5), enrolled(AN, 1), confirmed(2, 1))
                .when(new StartIntake(TC, NOV_23, new RollVersion(1)))
                .expectNoEvents()
                .expectException(RollOutdated.class);
    }

    @Test
    void anUnconfirmedRollDoesNotStart() {
        given(opened(5), enrolled(AN, 1))
                .when(new StartIntake(TC, NOV_23, null))
                .expectNoEvents()
                .expectException(WrongState.class);
    }

    @Test
    void nobodyJoinsARunningClassAsNew() {
        given(opened(5), enrolled(AN, 1), confirmed(2, 1), started())
                .when(enrol(BINH))
                .expectNoEvents()
                .expectException(WindowClosed.class);
    }

    @Test
    void aLateEnrolmentJoinsARunningClassUnderItsDocument() {
        given(opened(5), enrolled(AN, 1), confirmed(2, 1), started())
                .when(new EnrollLearner(TC, place(BINH), BINH, BA_VI, EnrollmentType.LATE, MINUTES, true, NOV_30))
                .expectEvents(enrolled(BINH, 2, 2, NOV_30, EnrollmentType.LATE));
    }

    @Test
    void nobodyIsLateBeforeTheClassOpens() {
        given(opened(5))
                .when(new EnrollLearner(TC, place(AN), AN, BA_VI, EnrollmentType.LATE, MINUTES, true, NOV_2))
                .expectEvents(enrolled(AN, 1, 1, NOV_2, EnrollmentType.NEW));
    }

    @Test
    void whoeverComesBackIsReinstated() {
        given(opened(5))
                .when(new EnrollLearner(TC, place(AN), AN, BA_VI, EnrollmentType.REINSTATED, MINUTES, true, NOV_2))
                .expectEvents(enrolled(AN, 1, 1, NOV_2, EnrollmentType.REINSTATED));
    }

    @Test
    void everyWayToLeaveIsKeptWithItsReasonAndDocument() {
        given(opened(5), enrolled(AN, 1))
                .when(new ExpelLearner(TC, AN, DECISION, NOV_9))
                .expectEvents(new LearnerExpelled(
                        TC, place(AN), AN, BA_VI, ClassType.TC_LLCT, LeavingReason.DISCIPLINE, DECISION, 0, NOV_9));
        given(opened(5), enrolled(AN, 1))
                .when(new DeferLearner(TC, AN, NOV_9.plusMonths(24), Reason.of(LeavingReason.HEALTH), DECISION, NOV_9))
                .expectEvents(new LearnerDeferred(
                        TC,
                        place(AN),
                        AN,
                        BA_VI,
                        ClassType.TC_LLCT,
                        NOV_9.plusMonths(24),
                        LeavingReason.HEALTH,
                        null,
                        DECISION,
                        0,
                        NOV_9));
        given(opened(5), enrolled(AN, 1))
                .when(new RecordDeath(TC, AN, NOV_9))
                .expectEvents(new LearnerDeceased(
                        TC, place(AN), AN, BA_VI, ClassType.TC_LLCT, LeavingReason.DECEASED, 0, NOV_9));
    }

    @Test
    void aDeferralIsNeitherTooLongNorOverAtOnce() {
        given(opened(5), enrolled(AN, 1))
                .when(new DeferLearner(
                        TC, AN, NOV_9.plusMonths(24).plusDays(1), Reason.of(LeavingReason.HEALTH), DECISION, NOV_9))
                .expectNoEvents()
                .expectException(DeferralTooLong.class);
        given(opened(5), enrolled(AN, 1))
                .when(new DeferLearner(TC, AN, NOV_9, Reason.of(LeavingReason.HEALTH), DECISION, NOV_9))
                .expectNoEvents()
                .expectException(DeferralTooLong.class);
    }

    @Test
    void anotherReasonNeedsItsText() {
        given(opened(5), enrolled(AN, 1))
                .when(new WithdrawLearner(TC, AN, new Reason(LeavingReason.OTHER, " "), DECISION, NOV_9))
                .expectNoEvents()
                .expectException(ReasonMissing.class);
    }

    @Test
    void whoeverIsNotOnTheRollCannotLeave() {
        given(opened(5)).when(withdraw(AN, NOV_9)).expectNoEvents().expectException(NotOnRoll.class);
    }

    @Test
    void nobodyLeavesBeforeHavingJoined() {
        given(opened(5), enrolled(AN, 1))
                .when(withdraw(AN, OCT_26))
                .expectNoEvents()
                .expectException(LeavesBeforeJoining.class);
    }

    @Test
    void aTransferTakesASeatAndNamesTheClassLeft() {
        given(opened(5))
                .when(new TransferLearner(TC, place(AN), AN, OTHER, ClassType.TC_LLCT, BA_VI, DECISION, NOV_9))
                .expectEvents(transferredIn(AN))
                .expectResultMessagePayload(Map.of(
                        "learnerId",
                        "an",
                        "state",
                        "ENROLLED",
                        "enrollmentId",
                        "place-an",
                        "seatNumber",
                        1,
                        "roll",
                        1));
    }

    @Test
    void theSameTransferAgainSaysNothingNew() {
        given(opened(5), transferredIn(AN))
                .when(new TransferLearner(TC, place(AN), AN, OTHER, ClassType.TC_LLCT, BA_VI, DECISION, NOV_9))
                .expectNoEvents();
    }

    @Test
    void aTransferStaysWithinOneLevel() {
        given(opened(5))
                .when(new TransferLearner(TC, place(AN), AN, OTHER, ClassType.BOI_DUONG, BA_VI, DECISION, NOV_9))
                .expectNoEvents()
                .expectException(LevelsDiffer.class);
    }

    @Test
    void aTransferDoesNotWait() {
        given(opened(1), enrolled(AN, 1))
                .when(new TransferLearner(TC, place(BINH), BINH, OTHER, ClassType.TC_LLCT, BA_VI, DECISION, NOV_9))
                .expectNoEvents()
                .expectException(ClassFull.class);
    }

    @Test
    void theClassLeftEndsThePlaceAndServesItsWaitingList() {
        given(opened(1), enrolled(AN, 1), waitlisted(BINH, 1))
                .when(new EndTransferredPlace(TC, AN, OTHER, DECISION, NOV_9))
                .expectEvents(
                        new LearnerTransferredOut(
                                TC, place(AN), AN, BA_VI, ClassType.TC_LLCT, OTHER, DECISION, 0, NOV_9),
                        new WaitlistPromoted(TC, BINH, NOV_9),
                        enrolled(BINH, 1, 1, NOV_9, EnrollmentType.NEW));
    }

    @Test
    void aPlaceThatHasEndedOtherwiseIsNotEndedAgain() {
        given(opened(1), enrolled(AN, 1), withdrawn(AN, 0))
                .when(new EndTransferredPlace(TC, AN, OTHER, DECISION, NOV_9))
                .expectNoEvents();
    }

    @Test
    void theFinalRollNamesEveryLearnerInSeatOrderAndEndsTheWaiting() {
        given(opened(2), enrolled(BINH, 1), enrolled(AN, 2), waitlisted(CHI, 1), confirmed(3, 2), started())
                .when(new FinalizeRoll(TC, NOV_30))
                .expectEvents(
                        new WaitlistLeft(TC, CHI, ClassType.TC_LLCT, WaitlistEnd.ROLL_FINALIZED, NOV_30),
                        new RollFinalized(TC, new RollVersion(4), List.of(BINH, AN), NOV_30));
    }

    @Test
    void aRollIsFinalOnce() {
        given(finalRoll()).when(new FinalizeRoll(TC, NOV_30)).expectNoEvents();
    }

    @Test
    void onlyARunningClassHasAFinalRoll() {
        given(opened(2)).when(new FinalizeRoll(TC, NOV_30)).expectNoEvents().expectException(WrongState.class);
    }

    @Test
    void aFinalRollLetsNobodyInOrOut() {
        given(finalRoll()).when(enrol(CHI)).expectNoEvents().expectException(RollFrozen.class);
        given(finalRoll()).when(withdraw(AN, NOV_30)).expectNoEvents().expectException(RollFrozen.class);
    }

    @Test
    void deathTakesSomebodyOffAFinalRollAndNobodyFollows() {
        given(finalRoll())
                .when(new RecordDeath(TC, AN, NOV_30))
                .expectEvents(new LearnerDeceased(
                        TC, place(AN), AN, BA_VI, ClassType.TC_LLCT, LeavingReason.DECEASED, 1, NOV_30));
    }

    @Test
    void everyPlaceOfTheFinalRollEndsWithItsOutcome() {
        given(finalRoll())
                .when(new CompleteEnrollments(TC, List.of(graduate(BINH), failed(AN)), NOV_30))
                .expectEvents(
                        completed(AN, StudyOutcome.NOT_GRADUATED, null, 1),
                        completed(BINH, StudyOutcome.GRADUATED, Band.GOOD, 0));
    }

    @Test
    void whoeverDiedAfterTheFinalRollIsPassedOver() {
        var history = new ArrayList<>(List.of(finalRoll()));
        history.add(
                new LearnerDeceased(TC, place(AN), AN, BA_VI, ClassType.TC_LLCT, LeavingReason.DECEASED, 1, NOV_30));

        fixture()
                .given(history)
                .when(new CompleteEnrollments(TC, List.of(graduate(BINH), failed(AN)), NOV_30))
                .expectEvents(completed(BINH, StudyOutcome.GRADUATED, Band.GOOD, 0));
    }

    @Test
    void anOutcomeForAStrangerIsRefused() {
        given(finalRoll())
                .when(new CompleteEnrollments(TC, List.of(graduate(BINH), failed(AN), graduate(CHI)), NOV_30))
                .expectNoEvents()
                .expectException(NotOnRoll.class);
    }

    @Test
    void nobodyOfTheFinalRollIsForgotten() {
        given(finalRoll())
                .when(new CompleteEnrollments(TC, List.of(graduate(BINH)), NOV_30))
                .expectNoEvents()
                .expectException(OutcomesIncomplete.class);
    }

    @Test
    void outcomesNeedAFinalRoll() {
        given(opened(2), enrolled(AN, 1))
                .when(new CompleteEnrollments(TC, List.of(graduate(AN)), NOV_30))
                .expectNoEvents()
                .expectException(WrongState.class);
    }

    @Test
    void outcomesAreRecordedOnce() {
        var history = new ArrayList<>(List.of(finalRoll()));
        history.add(completed(AN, StudyOutcome.NOT_GRADUATED, null, 1));
        history.add(completed(BINH, StudyOutcome.GRADUATED, Band.GOOD, 0));

        fixture()
                .given(history)
                .when(new CompleteEnrollments(TC, List.of(graduate(BINH), failed(AN)), NOV_30))
                .expectNoEvents();
    }

    @Test
    void aCompletedRollTakesNobody() {
        var history = new ArrayList<>(List.of(finalRoll()));
        history.add(completed(AN, StudyOutcome.NOT_GRADUATED, null, 1));
        history.add(completed(BINH, StudyOutcome.GRADUATED, Band.GOOD, 0));

        fixture().given(history).when(enrol(CHI)).expectNoEvents().expectException(RollFrozen.class);
    }

    @ParameterizedTest
    @EnumSource(ReleaseCause.class)
    void aCancelledOrTerminatedClassGivesEverySeatFree(ReleaseCause cause) {
        given(opened(2), enrolled(AN, 1), enrolled(BINH, 2), waitlisted(CHI, 1))
                .when(new ReleaseIntake(TC, cause, NOV_30))
                .expectEvents(
                        new WaitlistLeft(TC, CHI, ClassType.TC_LLCT, WaitlistEnd.valueOf(cause.name()), NOV_30),
                        new LearnerReleased(TC, place(AN), AN, BA_VI, ClassType.TC_LLCT, cause, 1, NOV_30),
                        new LearnerReleased(TC, place(BINH), BINH, BA_VI, ClassType.TC_LLCT, cause, 0, NOV_30),
                        new IntakeReleased(TC, 2, cause, NOV_30));
    }

    @Test
    void anIntakeIsReleasedOnce() {
        given(opened(2), new IntakeReleased(TC, 0, ReleaseCause.CLASS_CANCELLED, NOV_30))
                .when(new ReleaseIntake(TC, ReleaseCause.CLASS_CANCELLED, NOV_30))
                .expectNoEvents();
    }

    @Test
    void aReleasedIntakeTakesNobody() {
        given(opened(2), new IntakeReleased(TC, 0, ReleaseCause.CLASS_CANCELLED, NOV_30))
                .when(enrol(AN))
                .expectNoEvents()
                .expectException(IntakeNotOpen.class);
    }

    @Test
    void aFinalOrCompletedRollIsNotReleased() {
        var completed = new ArrayList<>(List.of(finalRoll()));
        completed.add(completed(AN, StudyOutcome.NOT_GRADUATED, null, 1));
        completed.add(completed(BINH, StudyOutcome.GRADUATED, Band.GOOD, 0));

        given(finalRoll())
                .when(new ReleaseIntake(TC, ReleaseCause.CLASS_TERMINATED, NOV_30))
                .expectNoEvents()
                .expectException(WrongState.class);
        fixture()
                .given(completed)
                .when(new ReleaseIntake(TC, ReleaseCause.CLASS_TERMINATED, NOV_30))
                .expectNoEvents()
                .expectException(WrongState.class);
    }

    @Test
    void aRefusalHasAStableNameAndItsValues() {
        var refusal = new ClassFull(TC, new Seats(30), 2);

        assertThat(refusal.code()).isEqualTo("ClassFull");
        assertThat(refusal.values()).containsEntry("seats", "30").containsEntry("waiting", "2");
        assertThat(refusal).hasMessageContaining("30 seats");
    }

    static AggregateTestFixture<ClassIntake> fixture() {
        return new AggregateTestFixture<>(ClassIntake.class);
    }

    static TestExecutor<ClassIntake> given(Object... events) {
        return events.length == 0 ? fixture().givenNoPriorActivity() : fixture().given(Arrays.asList(events));
    }

    static IntakeTerms terms(int seats) {
        return terms(seats, List.of(), BA_VI);
    }

    private static IntakeTerms terms(int seats, List<OrgId> participating, OrgId funding) {
        return new IntakeTerms(
                "TC-2020-21",
                new PlanItemId("2020-19"),
                ClassType.TC_LLCT,
                StudyMode.PART_TIME,
                new VenueId("ba-vi"),
                BA_VI,
                new Seats(seats),
                1,
                FundingSource.DISTRICT_BUDGET,
                funding,
                participating);
    }

    static IntakeEvent opened(int seats) {
        return IntakeEvent.IntakeOpened.with(TC, terms(seats), NOV_23, OCT_26);
    }

    private static IntakeEvent openedFor(List<OrgId> participating, OrgId funding) {
        return IntakeEvent.IntakeOpened.with(TC, terms(5, participating, funding), NOV_23, OCT_26);
    }

    static EnrollmentId place(LearnerId learner) {
        return new EnrollmentId("place-" + learner);
    }

    static EnrollLearner enrol(LearnerId learner) {
        return new EnrollLearner(TC, place(learner), learner, BA_VI, EnrollmentType.NEW, MINUTES, true, NOV_2);
    }

    static WithdrawLearner withdraw(LearnerId learner, LocalDate on) {
        return new WithdrawLearner(TC, learner, Reason.of(LeavingReason.PERSONAL), DECISION, on);
    }

    private static IntakeEvent enrolled(LearnerId learner, int seat) {
        return enrolled(learner, seat, seat, NOV_2, EnrollmentType.NEW);
    }

    private static IntakeEvent enrolled(LearnerId learner, int seat, int roll, LocalDate on, EnrollmentType type) {
        return new IntakeEvent.LearnerEnrolled(
                TC,
                place(learner),
                learner,
                "TC-2020-21",
                new PlanItemId("2020-19"),
                ClassType.TC_LLCT,
                BA_VI,
                FundingSource.DISTRICT_BUDGET,
                BA_VI,
                StudyMode.PART_TIME,
                type,
                null,
                List.of(),
                new SeatNumber(seat),
                roll,
                MINUTES,
                MINUTES,
                on);
    }

    private static IntakeEvent transferredIn(LearnerId learner) {
        return new IntakeEvent.LearnerEnrolled(
                TC,
                place(learner),
                learner,
                "TC-2020-21",
                new PlanItemId("2020-19"),
                ClassType.TC_LLCT,
                BA_VI,
                FundingSource.DISTRICT_BUDGET,
                BA_VI,
                StudyMode.PART_TIME,
                EnrollmentType.TRANSFER_IN,
                OTHER,
                List.of(),
                new SeatNumber(1),
                1,
                null,
                DECISION,
                NOV_9);
    }

    private static IntakeEvent waitlisted(LearnerId learner, int position) {
        return new LearnerWaitlisted(TC, place(learner), learner, BA_VI, EnrollmentType.NEW, position, MINUTES, NOV_2);
    }

    private static IntakeEvent withdrawn(LearnerId learner, int roll) {
        return withdrawn(learner, roll, NOV_9);
    }

    private static IntakeEvent withdrawn(LearnerId learner, int roll, LocalDate on) {
        return new LearnerWithdrawn(
                TC,
                place(learner),
                learner,
                BA_VI,
                ClassType.TC_LLCT,
                LeavingReason.PERSONAL,
                null,
                DECISION,
                roll,
                on);
    }

    private static IntakeEvent confirmed(long version, int count) {
        return new RollConfirmed(
                TC,
                new RollVersion(version),
                count,
                count == 0 ? List.of() : List.of(new OrgLearners(BA_VI, count)),
                NOV_23);
    }

    private static IntakeEvent started() {
        return new IntakeStarted(TC, NOV_23, NOV_23);
    }

    private static IntakeEvent[] finalRoll() {
        return new IntakeEvent[] {
            opened(3),
            enrolled(AN, 1),
            enrolled(BINH, 2),
            confirmed(3, 2),
            started(),
            new RollFinalized(TC, new RollVersion(4), List.of(AN, BINH), NOV_30)
        };
    }

    private static TestExecutor<ClassIntake> given(IntakeEvent[] events) {
        return fixture().given(Arrays.asList((Object[]) events));
    }

    private static LearnerOutcome graduate(LearnerId learner) {
        return new LearnerOutcome(learner, StudyOutcome.GRADUATED, Band.GOOD);
    }

    private static LearnerOutcome failed(LearnerId learner) {
        return new LearnerOutcome(learner, StudyOutcome.NOT_GRADUATED, null);
    }

    private static IntakeEvent completed(LearnerId learner, StudyOutcome outcome, Band band, int roll) {
        return new EnrollmentCompleted(
                TC, place(learner), learner, BA_VI, ClassType.TC_LLCT, outcome, band, roll, NOV_30);
    }
}
