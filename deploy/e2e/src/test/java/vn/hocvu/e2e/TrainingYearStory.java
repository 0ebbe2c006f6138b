package vn.hocvu.e2e;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One class from the plan to its graduation, by the people who do it, through the pages of all four services and nothing
 * else: as most browse, and in a window as small as a phone, without JavaScript and mouse.
 */
@Order(1)
@ExtendWith(Stage.Setting.class)
class TrainingYearStory {

    @Test
    void aClassIsPlannedHeldAndCounted(Stage stage) {
        held(new TrainingYear(stage, Manner.USUAL, 0));
    }

    @Test
    void theSameWithoutJavaScriptAndMouse(Stage stage) {
        held(new TrainingYear(stage, Manner.PLAIN, 1));
    }

    private static void held(TrainingYear year) {
        year.planAllocated();
        String classId = year.classRecruiting();
        year.learnersEnrolledFromSheet(classId);
        year.classOpenedAndTaught(classId);
        year.classGraduated(classId);
        year.figuresSeen();
    }
}
