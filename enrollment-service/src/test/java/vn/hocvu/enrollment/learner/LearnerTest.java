package vn.hocvu.enrollment.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.learner.LearnerCommand.ClaimPlace;
import vn.hocvu.enrollment.learner.LearnerCommand.FreePlace;
import vn.hocvu.enrollment.learner.LearnerCommand.MovePlace;
import vn.hocvu.enrollment.learner.LearnerCommand.RecordDiplomaHeld;
import vn.hocvu.enrollment.learner.LearnerCommand.RegisterLearner;
import vn.hocvu.enrollment.learner.LearnerEvent.DiplomaHeld;
import vn.hocvu.enrollment.learner.LearnerEvent.LearnerRegistered;
import vn.hocvu.enrollment.learner.LearnerEvent.PlaceClaimed;
import vn.hocvu.enrollment.learner.LearnerEvent.PlaceFreed;
import vn.hocvu.enrollment.learner.LearnerRefusal.AlreadyHoldsDiploma;
import vn.hocvu.enrollment.learner.LearnerRefusal.AlreadyStudying;

class LearnerTest {
    private static final LearnerId AN = new LearnerId("an");
    private static final ClassId TC_1 = new ClassId("tc-1");
    private static final ClassId TC_2 = new ClassId("tc-2");
    private static final ClassId BD_1 = new ClassId("bd-1");
    private static final Claim AT_TC_1 = new Claim(ClassType.TC_LLCT, TC_1);
    private static final Claim AT_TC_2 = new Claim(ClassType.TC_LLCT, TC_2);
    private static final LocalDate DAY = LocalDate.of(2020, 5, 5);
    private static final LocalDate LATER = LocalDate.of(2020, 9, 4);
    private static final LearnerEvent REGISTERED = new LearnerRegistered(AN, DAY);
    private static final LearnerEvent CLAIMED = new PlaceClaimed(AN, ClassType.TC_LLCT, TC_1, DAY);

    @Test
    void aPersonIsRegisteredOnce() {
        given().when(new RegisterLearner(AN, null, DAY)).expectEvents(REGISTERED);
        given(REGISTERED).when(new RegisterLearner(AN, null, LATER)).expectNoEvents();
    }

    @Test
    void aPersonMayClaimAPlaceInTheSameBreath() {
        given().when(new RegisterLearner(AN, AT_TC_1, DAY)).expectEvents(REGISTERED, CLAIMED);
    }

    @Test
    void anInterruptedRegistrationIsContinued() {
        given(REGISTERED).when(new RegisterLearner(AN, AT_TC_1, DAY)).expectEvents(CLAIMED);
        given(REGISTERED, CLAIMED).when(new RegisterLearner(AN, AT_TC_1, DAY)).expectNoEvents();
    }

    @Test
    void aLearnerStudiesInOneClassOfALevelAtATime() {
        given(REGISTERED, CLAIMED)
                .when(new ClaimPlace(AN, AT_TC_2, LATER))
                .expectNoEvents()
                .expectException(AlreadyStudying.class);
    }

    @Test
    void theSameClaimAgainSaysNothingNew() {
        given(REGISTERED, CLAIMED).when(new ClaimPlace(AN, AT_TC_1, LATER)).expectNoEvents();
    }

    @Test
    void aPlaceAtAnotherLevelIsAnotherPlace() {
        given(REGISTERED, CLAIMED)
                .when(new ClaimPlace(AN, new Claim(ClassType.BOI_DUONG, BD_1), LATER))
                .expectEvents(new PlaceClaimed(AN, ClassType.BOI_DUONG, BD_1, LATER));
    }

    @Test
    void aHolderOfTheDiplomaDoesNotStudyForItAgain() {
        given(REGISTERED, new DiplomaHeld(AN, ClassType.TC_LLCT, 2015, null, null, DAY))
                .when(new ClaimPlace(AN, AT_TC_1, LATER))
                .expectNoEvents()
                .expectException(AlreadyHoldsDiploma.class);
    }

    @Test
    void onlyTheClassThatHoldsThePlaceGivesItFree() {
        given(REGISTERED, CLAIMED)
                .when(new FreePlace(AN, AT_TC_1, LATER))
                .expectEvents(new PlaceFreed(AN, ClassType.TC_LLCT, TC_1, LATER));
        given(REGISTERED, CLAIMED).when(new FreePlace(AN, AT_TC_2, LATER)).expectNoEvents();
        given(REGISTERED).when(new FreePlace(AN, AT_TC_1, LATER)).expectNoEvents();
    }

    @Test
    void aFreedPlaceCanBeClaimedAgain() {
        given(REGISTERED, CLAIMED, new PlaceFreed(AN, ClassType.TC_LLCT, TC_1, LATER))
                .when(new ClaimPlace(AN, AT_TC_2, LATER))
                .expectEvents(new PlaceClaimed(AN, ClassType.TC_LLCT, TC_2, LATER));
    }

    @Test
    void theClaimMovesAlongWithATransfer() {
        given(REGISTERED, CLAIMED)
                .when(new MovePlace(AN, TC_1, AT_TC_2, LATER))
                .expectEvents(
                        new PlaceFreed(AN, ClassType.TC_LLCT, TC_1, LATER),
                        new PlaceClaimed(AN, ClassType.TC_LLCT, TC_2, LATER));
    }

    @Test
    void aClaimThatWasAlreadyFreedStillMoves() {
        given(REGISTERED)
                .when(new MovePlace(AN, TC_1, AT_TC_2, LATER))
                .expectEvents(new PlaceClaimed(AN, ClassType.TC_LLCT, TC_2, LATER));
    }

    @Test
    void aDiplomaIsNotedOnceAndShortCoursesGiveNone() {
        var diploma = new RecordDiplomaHeld(AN, ClassType.TC_LLCT, 2020, TC_1, null, LATER);

        given(REGISTERED).when(diploma).expectEvents(new DiplomaHeld(AN, ClassType.TC_LLCT, 2020, TC_1, null, LATER));
        given(REGISTERED, new DiplomaHeld(AN, ClassType.TC_LLCT, 2020, TC_1, null, LATER))
                .when(diploma)
                .expectNoEvents();
        given(REGISTERED)
                .when(new RecordDiplomaHeld(AN, ClassType.BOI_DUONG, 2020, BD_1, null, LATER))
                .expectNoEvents();
    }

    @Test
    void aRefusalHasAStableNameAndItsValues() {
        assertThat(new AlreadyStudying(AN, ClassType.TC_LLCT, TC_1).code()).isEqualTo("AlreadyStudying");
        assertThat(new AlreadyHoldsDiploma(AN, ClassType.TC_LLCT, 2015).values())
                .containsEntry("year", "2015");
        assertThat(new LearnerRefusal.LearnerNotFound(AN).values()).containsEntry("learnerId", "an");
        assertThat(new LearnerRefusal.IdentityKnown(AN).values()).containsEntry("learnerId", "an");
    }

    private static TestExecutor<Learner> given(Object... events) {
        var fixture = new AggregateTestFixture<>(Learner.class);
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(Arrays.asList(events));
    }
}
