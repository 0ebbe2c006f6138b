package vn.hocvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens in one service is seen on the open dashboard of another. */
@Order(2)
@ExtendWith(Stage.Setting.class)
class LiveDashboardStory {

    private static final String PLACES = "[data-live='recruiting.note']";

    /** Changed by the page's own stream, not by a reload: the mark set on the page is still there. */
    @Test
    void anEnrolmentIsOnAnOpenDashboardWithoutReload(Stage stage) {
        TrainingYear year = new TrainingYear(stage, Manner.USUAL, 2);
        year.planAllocated();
        String classId = year.classRecruiting();
        stage.as("leadership_viewer", Manner.USUAL, leader -> {
            leader.open(stage.system().reporting("/dashboard?year=" + year.year()));
            Page dashboard = leader.page();
            String before = dashboard.locator(PLACES).innerText();
            dashboard.evaluate("document.documentElement.dataset.seen = 'before'");
            stage.as("admissions_officer", Manner.USUAL, officer -> {
                year.enrolmentFilledIn(officer, classId);
                officer.sendIn("/enrollments");
            });

            dashboard.waitForFunction(
                    "([places, before]) => document.querySelector(places).innerText !== before",
                    new String[] {PLACES, before});
            assertThat(dashboard.evaluate("document.documentElement.dataset.seen"))
                    .isEqualTo("before");
        });
    }
}
