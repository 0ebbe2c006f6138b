package vn.hocvu.classes.trainingclass;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocvu.classes.trainingclass.Sample.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hocvu.classes.trainingclass.ClassCommand.*;
import vn.hocvu.classes.trainingclass.ClassEvent.*;
import vn.hocvu.classes.trainingclass.ClassRefusal.*;

class TrainingClassTest {
    AggregateTestFixture<TrainingClass> fixture;
    int largestRoom = 150;

    @BeforeEach
    void aClass() {
        fixture = new AggregateTestFixture<>(TrainingClass.class);
        Rooms rooms = venue -> largestRoom == 0 ? OptionalInt.empty() : OptionalInt.of(largestRoom);
        fixture.registerInjectableResource(rooms);
    }

    // ---- the proposal

    @Test
    void aProposalMakesTheClassOnce() {
        fixture.givenNoPriorActivity().when(propose()).expectEvents(proposed());
        given(proposed()).when(propose()).expectNoEvents();
    }

    @Test
    void aTakenCodeIsRefused() {
        var other = Facts.proposed(propose(ClassType.TC_LLCT, 55));

        refuses(ClassCodeTaken.class, propose(), other);
    }

    @Test
    void aCentreProposesInItsOwnHouseOnly() {
        var house = Map.of("role", "CENTER_ADMIN", "organization", "ba-dinh");
        var stranger = Map.of("role", "CENTER_ADMIN", "organization", "ba-vi");

        fixture.givenNoPriorActivity().when(propose(), house).expectEvents(proposed());
        aClass();
        fixture.givenNoPriorActivity()
                .when(propose(), stranger)
                .expectNoEvents()
                .expectException(VenueNotFound.class);
        aClass();
        fixture.givenNoPriorActivity()
                .when(propose(), Map.of("role", "PLANNING_OFFICER", "organization", "truong"))
                .expectEvents(proposed());
    }

    // ---- the slot in the plan item

    @Test
    void aGrantedSlotIsNotedOnce() {
        given(proposed()).when(new NoteSlotGranted(CLASS, MAY_5)).expectEvents(granted());
        given(proposed(), granted()).when(new NoteSlotGranted(CLASS, MAY_5)).expectNoEvents();
    }

    @Test
    void aDeniedSlotIsNotedOnceWithItsCause() {
        var denied = new SlotDenialNoted(CLASS, ITEM, "QuotaExceeded", MAY_5);

        given(proposed())
                .when(new NoteSlotDenied(CLASS, "QuotaExceeded", MAY_5))
                .expectEvents(denied);
        given(proposed(), denied)
                .when(new NoteSlotDenied(CLASS, "QuotaExceeded", MAY_5))
                .expectNoEvents();
    }

    @Test
    void aSlotThatComesAfterTheCancellationIsRefused() {
        refuses(WrongState.class, new NoteSlotGranted(CLASS, MAY_5), proposed(), cancelled(0, false));
    }

    // ---- recruiting

    @Test
    void recruitingNeedsAGrantedSlot() {
        refuses(SlotNotGranted.class, new StartRecruiting(CLASS, MAY_11, MAY_5), proposed());
    }

    @Test
    void recruitingTellsEnrollmentAllItNeeds() {
        given(proposed(), granted())
                .when(new StartRecruiting(CLASS, MAY_11, MAY_5))
                .expectEvents(recruiting());
        assertThat(recruiting().seats()).isEqualTo(new Seats(88));
        assertThat(recruiting().minLearners()).isEqualTo(new Headcount(50));
    }

    @Test
    void seatsMustFitTheLargestRoomOfTheVenue() {
        largestRoom = 87;
        refuses(RoomTooSmall.class, new StartRecruiting(CLASS, MAY_11, MAY_5), proposed(), granted());

        largestRoom = 0;
        refuses(VenueNotFound.class, new StartRecruiting(CLASS, MAY_11, MAY_5), proposed(), granted());
    }

    @Test
    void theDeadlineLiesAheadAndMovesForwardOnly() {
        refuses(Malformed.class, new StartRecruiting(CLASS, MAY_5.minusDays(1), MAY_5), proposed(), granted());
        refuses(Malformed.class, new ExtendRecruiting(CLASS, MAY_11, MAY_5), proposed(), granted(), recruiting());
    }

    @Test
    void anExtensionAsksForANewRoll() {
        var extended = Facts.recruitingExtended(proposed(), new ExtendRecruiting(CLASS, MAY_20, MAY_11));

        given(readyWith(60)).when(new ExtendRecruiting(CLASS, MAY_20, MAY_11)).expectEvents(extended);
        refuses(
                RollNotConfirmed.class,
                new ConfirmReadiness(CLASS, MAY_20),
                proposed(),
                granted(),
                recruiting(),
                roll(60, 1),
                extended);
        refuses(NotReady.class, new OpenClass(CLASS, DECISION, MAY_20), proposed(), granted(), recruiting(), extended);
    }

    // ---- the roll

    @Test
    void theConfirmedRollIsRecorded() {
        given(proposed(), granted(), recruiting()).when(recordRoll(50, 1)).expectEvents(roll(50, 1));
    }

    @Test
    void aRollBelowTheMinimumIsAFactTheBoardDecidesOn() {
        given(proposed(), granted(), recruiting())
                .when(recordRoll(24, 1))
                .expectEvents(roll(24, 1), new MinimumMissed(CLASS, new Headcount(24), new Headcount(50), MAY_11));
    }

    @Test
    void theSameRollTwiceIsOneAndAnOlderOneIsRefused() {
        given(proposed(), granted(), recruiting(), roll(60, 2))
                .when(recordRoll(60, 2))
                .expectNoEvents();
        refuses(RollOutdated.class, recordRoll(58, 1), proposed(), granted(), recruiting(), roll(60, 2));
    }

    @Test
    void aNewerRollReplacesTheFormer() {
        given(proposed(), granted(), recruiting(), roll(60, 1))
                .when(recordRoll(61, 2))
                .expectEvents(roll(61, 2));
    }

    @Test
    void noRollIsTakenBeforeRecruitingStarts() {
        refuses(WrongState.class, recordRoll(60, 1), proposed(), granted());
    }

    @Test
    void aReadyClassWhoseRollShrinksBelowTheMinimumRecruitsAgain() {
        var missed = new MinimumMissed(CLASS, new Headcount(40), new Headcount(50), MAY_11);

        given(readyWith(60)).when(recordRoll(40, 2)).expectEvents(roll(40, 2), missed);
        refuses(NotReady.class, new OpenClass(CLASS, DECISION, MAY_12), and(readyWith(60), roll(40, 2), missed));
    }

    // ---- readiness

    @Test
    void readinessNeedsAConfirmedRoll() {
        refuses(RollNotConfirmed.class, new ConfirmReadiness(CLASS, MAY_11), proposed(), granted(), recruiting());
    }

    @Test
    void readinessNeedsTheMinimumOrADocument() {
        var missed = new MinimumMissed(CLASS, new Headcount(24), new Headcount(50), MAY_11);
        var overridden = new MinimumOverridden(CLASS, DECISION, MAY_11);

        refuses(
                BelowMinimum.class,
                new ConfirmReadiness(CLASS, MAY_11),
                proposed(),
                granted(),
                recruiting(),
                roll(24, 1),
                missed);
        given(proposed(), granted(), recruiting(), roll(24, 1), missed)
                .when(new OverrideMinimum(CLASS, DECISION, MAY_11))
                .expectEvents(overridden);
        given(proposed(), granted(), recruiting(), roll(24, 1), missed, overridden)
                .when(new OverrideMinimum(CLASS, DECISION, MAY_11))
                .expectNoEvents();
        given(proposed(), granted(), recruiting(), roll(24, 1), missed, overridden)
                .when(new ConfirmReadiness(CLASS, MAY_11))
                .expectEvents(new ReadinessConfirmed(
                        CLASS,
                        List.of(
                                ReadinessCheck.ROLL_RECEIVED,
                                ReadinessCheck.WITHIN_SEATS,
                                ReadinessCheck.MINIMUM_OVERRIDDEN),
                        MAY_11));
    }

    @Test
    void anOverriddenMinimumIsNotMissedAgain() {
        var overridden = new MinimumOverridden(CLASS, DECISION, MAY_11);

        given(proposed(), granted(), recruiting(), overridden)
                .when(recordRoll(24, 1))
                .expectEvents(roll(24, 1));
    }

    @Test
    void readinessNamesWhatWasFoundInOrder() {
        given(proposed(), granted(), recruiting(), roll(60, 1))
                .when(new ConfirmReadiness(CLASS, MAY_11))
                .expectEvents(ready());
    }

    @Test
    void moreLearnersThanSeatsAreRefused() {
        refuses(
                AboveSeats.class,
                new ConfirmReadiness(CLASS, MAY_11),
                proposed(),
                granted(),
                recruiting(),
                roll(89, 1));
    }

    // ---- opening

    @Test
    void aReadyClassOpensWithItsRollAndTheRulesOfTheDay() {
        given(readyWith(75)).when(new OpenClass(CLASS, DECISION, MAY_12)).expectEvents(opened(75));

        var fact = opened(75);
        assertThat(fact.enrolledCount()).isEqualTo(new Headcount(75));
        assertThat(fact.planYear()).isEqualTo(2020);
        assertThat(fact.ruleSets().grading()).isEqualTo("2252-2019");
        assertThat(fact.startOn()).isEqualTo(MAY_12);
    }

    @Test
    void aClassThatIsNotReadyDoesNotOpen() {
        refuses(
                NotReady.class,
                new OpenClass(CLASS, DECISION, MAY_12),
                proposed(),
                granted(),
                recruiting(),
                roll(75, 1));
        refuses(WrongState.class, new OpenClass(CLASS, DECISION, MAY_12), proposed(), granted());
    }

    @Test
    void aClassOpensOnce() {
        refuses(WrongState.class, new OpenClass(CLASS, DECISION, MAY_12), openedWith(75));
    }

    @Test
    void aClassOpensInTheYearOfItsPlanItem() {
        refuses(OutsidePlanYear.class, new OpenClass(CLASS, DECISION, LocalDate.of(2021, 1, 4)), readyWith(75));
    }

    @Test
    void aClassThatOpensAfterItsPlannedEndEndsNoEarlierThanItOpens() {
        var early = new ClassProposed(
                CLASS,
                proposed().classCode(),
                ITEM,
                false,
                ClassType.TC_LLCT,
                Category.THEORY,
                null,
                Curriculum.usualFor(ClassType.TC_LLCT),
                StudyMode.PART_TIME,
                new VenueId("truong"),
                VenueType.SCHOOL,
                new OrgId("truong"),
                FundingSource.CITY_BUDGET,
                null,
                null,
                new Headcount(70),
                new Headcount(50),
                new Seats(77),
                MAY_5,
                MAY_11,
                List.of(),
                MAY_5);

        var fact = Facts.opened(
                early,
                new ClassState.Roll(new Headcount(60), new RollVersion(1), true),
                new OpenClass(CLASS, DECISION, MAY_20));

        assertThat(fact.plannedEndOn()).isEqualTo(MAY_20);
    }

    // ---- teaching

    @Test
    void theOpeningCeremonyChangesNothingElse() {
        given(openedWith(75))
                .when(new HoldOpeningCeremony(CLASS, MAY_20, MAY_20))
                .expectEvents(new OpeningCeremonyHeld(CLASS, MAY_20, MAY_20))
                .expectState(c -> assertThat(c.state.phase()).isEqualTo(Phase.OPENED));
    }

    @Test
    void teachingStartsOnce() {
        given(openedWith(75)).when(new StartTeaching(CLASS, MAY_20)).expectEvents(new TeachingStarted(CLASS, MAY_20));
        given(and(openedWith(75), new TeachingStarted(CLASS, MAY_20)))
                .when(new StartTeaching(CLASS, MAY_20))
                .expectNoEvents();
    }

    @Test
    void aClassIsSuspendedAndResumed() {
        var reason = new Reason(ReasonCode.EPIDEMIC_OR_FORCE_MAJEURE, null);
        var suspended = new ClassSuspended(CLASS, reason.code(), null, DECISION, MAY_20);

        given(openedWith(75))
                .when(new SuspendClass(CLASS, reason, DECISION, MAY_20))
                .expectEvents(suspended);
        given(and(openedWith(75), suspended))
                .when(new ResumeClass(CLASS, DECISION, MAY_20))
                .expectEvents(new ClassResumed(CLASS, DECISION, MAY_20))
                .expectState(c -> assertThat(c.state.phase()).isEqualTo(Phase.IN_PROGRESS));
        refuses(
                WrongState.class,
                new CompleteTeaching(CLASS, new Periods(1_056), DECISION, NOV_2021),
                and(openedWith(75), suspended));
    }

    @Test
    void nothingAfterTheOpeningLiesBeforeIt() {
        refuses(Malformed.class, new CompleteTeaching(CLASS, new Periods(1_056), DECISION, MAY_11), openedWith(75));
    }

    @Test
    void teachingIsCompleteWithAllPeriodsOfTheCurriculum() {
        given(openedWith(75))
                .when(new CompleteTeaching(CLASS, new Periods(1_056), DECISION, NOV_2021))
                .expectEvents(taught());
        refuses(
                TeachingIncomplete.class,
                new CompleteTeaching(CLASS, new Periods(1_055), DECISION, NOV_2021),
                openedWith(75));
    }

    // ---- the end

    @Test
    void theFinalRollIsRecordedOnceAndReplacedByANewerOneOnly() {
        given(and(openedWith(75), taught()))
                .when(new RecordFinalRoll(CLASS, new RollVersion(2), learners(3), NOV_2021))
                .expectEvents(finalRoll(3));
        given(and(openedWith(75), taught(), finalRoll(3)))
                .when(new RecordFinalRoll(CLASS, new RollVersion(2), learners(3), NOV_2021))
                .expectNoEvents();
        given(and(openedWith(75), taught(), finalRoll(3)))
                .when(new RecordFinalRoll(CLASS, new RollVersion(3), learners(2), NOV_2021))
                .expectEvents(new FinalRollReceived(CLASS, new RollVersion(3), learners(2), NOV_2021));
        refuses(
                WrongState.class,
                new RecordFinalRoll(CLASS, new RollVersion(2), learners(3), NOV_2021),
                openedWith(75));
    }

    @Test
    void graduatesAndOthersAreTheFinalRoll() {
        var outcomes = List.of(
                new LearnerOutcome(learners(2).get(0), Result.GRADUATED, Band.GOOD),
                new LearnerOutcome(learners(2).get(1), Result.NOT_GRADUATED, null));
        var graduated = Facts.graduated(stateOf(75), graduate(outcomes));

        given(and(openedWith(75), taught(), finalRoll(2)))
                .when(graduate(outcomes))
                .expectEvents(graduated);
        assertThat(graduated.counts()).isEqualTo(new GraduationCounts(75, 2, 1, 1));
    }

    @Test
    void withoutTheFinalRollNobodyGraduates() {
        refuses(RollNotFinal.class, graduate(outcomes(2, Result.GRADUATED)), and(openedWith(75), taught()));
    }

    @Test
    void everyLearnerOfTheFinalRollNeedsExactlyOneOutcome() {
        var before = and(openedWith(75), taught(), finalRoll(2));
        var twice = List.of(
                outcomes(2, Result.GRADUATED).get(0),
                outcomes(2, Result.GRADUATED).get(0));

        refuses(OutcomesIncomplete.class, graduate(outcomes(1, Result.GRADUATED)), before);
        refuses(OutcomesIncomplete.class, graduate(outcomes(3, Result.GRADUATED)), before);
        refuses(OutcomesIncomplete.class, graduate(twice), before);
        refuses(OutcomesIncomplete.class, graduate(outcomes(2, Result.COMPLETED)), before);
    }

    @Test
    void aShortCourseIsClosedAndADiplomaClassGraduates() {
        var closed = new ClassClosed(CLASS, new ClosureCounts(2, 0), outcomes(2, Result.COMPLETED), DECISION, NOV_2021);
        var course = new Object[] {
            shortCourseProposed(),
            granted(),
            recruiting(),
            roll(60, 1),
            ready(),
            opened(60),
            new TeachingCompleted(CLASS, new Periods(40), DECISION, NOV_2021),
            finalRoll(2)
        };

        given(course)
                .when(new CloseClass(CLASS, DECISION, outcomes(2, Result.COMPLETED), NOV_2021))
                .expectEvents(closed);
        refuses(WrongState.class, graduate(outcomes(2, Result.GRADUATED)), course);
        refuses(
                WrongState.class,
                new CloseClass(CLASS, DECISION, outcomes(2, Result.COMPLETED), NOV_2021),
                and(openedWith(75), taught(), finalRoll(2)));
    }

    @Test
    void aClassIsCancelledOnlyBeforeItOpens() {
        given(proposed(), granted(), recruiting(), roll(24, 1))
                .when(new CancelClass(CLASS, TOO_FEW, false, new Headcount(30), DECISION, MAY_12))
                .expectEvents(cancelled(24, false));
        refuses(
                WrongState.class,
                new CancelClass(CLASS, TOO_FEW, false, new Headcount(0), DECISION, MAY_12),
                openedWith(75));
    }

    @Test
    void aCancellationWithoutAConfirmedRollNamesTheLearnersSeenByTheBoard() {
        given(proposed(), granted(), recruiting())
                .when(new CancelClass(CLASS, TOO_FEW, true, new Headcount(7), DECISION, MAY_12))
                .expectEvents(cancelled(7, true));
        given(
                        proposed(),
                        granted(),
                        recruiting(),
                        roll(24, 1),
                        Facts.recruitingExtended(proposed(), new ExtendRecruiting(CLASS, MAY_20, MAY_11)))
                .when(new CancelClass(CLASS, TOO_FEW, true, new Headcount(26), DECISION, MAY_12))
                .expectEvents(cancelled(26, true));
    }

    @Test
    void aClassIsTerminatedOnlyAfterItOpened() {
        var terminate = new TerminateClass(CLASS, TOO_FEW, new Headcount(70), DECISION, MAY_20);

        given(openedWith(75))
                .when(terminate)
                .expectEvents(new ClassTerminated(
                        CLASS, ReasonCode.INSUFFICIENT_ENROLLMENT, null, new Headcount(70), DECISION, MAY_20))
                .expectState(c -> assertThat(c.state.phase()).isEqualTo(Phase.TERMINATED));
        refuses(WrongState.class, terminate, readyWith(75));
    }

    @Test
    void anEndedClassStaysAsItEnded() {
        var graduated = Facts.graduated(stateOf(75), graduate(outcomes(2, Result.GRADUATED)));
        var closed = new ClassClosed(CLASS, new ClosureCounts(2, 0), outcomes(2, Result.COMPLETED), DECISION, NOV_2021);

        refuses(
                WrongState.class,
                graduate(outcomes(2, Result.GRADUATED)),
                and(openedWith(75), taught(), finalRoll(2), graduated));
        refuses(
                WrongState.class,
                new TerminateClass(CLASS, TOO_FEW, new Headcount(2), DECISION, NOV_2021),
                and(openedWith(75), taught(), finalRoll(2), closed));
    }

    // ---- wording

    private ResultValidatorStart given(Object... events) {
        aClass();
        var test = fixture.given(events);
        return command -> test.when(command);
    }

    private void refuses(Class<? extends ClassRefusal> refusal, ClassCommand command, Object... before) {
        given(before).when(command).expectNoEvents().expectException(refusal);
    }

    private interface ResultValidatorStart {
        ResultValidator<TrainingClass> when(ClassCommand command);
    }

    private static Object[] readyWith(int enrolled) {
        return new Object[] {proposed(), granted(), recruiting(), roll(enrolled, 1), ready()};
    }

    private static Object[] openedWith(int enrolled) {
        return and(readyWith(enrolled), opened(enrolled));
    }

    private static Object[] and(Object[] before, Object... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(before), java.util.Arrays.stream(more))
                .toArray();
    }

    private static ClassState stateOf(int enrolled) {
        return ClassState.of(proposed()).after(opened(enrolled));
    }

    private static ClassCancelled cancelled(int enrolled, boolean returned) {
        return new ClassCancelled(
                CLASS,
                ITEM,
                ReasonCode.INSUFFICIENT_ENROLLMENT,
                null,
                new Headcount(enrolled),
                returned,
                DECISION,
                MAY_12);
    }

    private static GraduateClass graduate(List<LearnerOutcome> outcomes) {
        return new GraduateClass(CLASS, DECISION, null, outcomes, NOV_2021);
    }
}
