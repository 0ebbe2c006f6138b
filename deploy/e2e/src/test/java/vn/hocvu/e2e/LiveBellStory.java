package vn.hocvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to somebody's plan is heard on the pages that stand open, and many items are chosen for one act. */
@Order(5)
@ExtendWith(Stage.Setting.class)
class LiveBellStory {

    private static final String PLANNER = "planning_officer";
    private static final String RANG = "before => document.querySelector('.k-bell').title !== before";

    /** Heard on both pages of one browser, of which only one has the stream; the mark set on the page is still there. */
    @Test
    void theBellRingsOnOpenPagesWithoutReload(Stage stage) {
        TrainingYear year = new TrainingYear(stage, Manner.USUAL, 5);
        stage.as(PLANNER, Manner.USUAL, planner -> {
            planner.open(stage.system().planning("/plans"));
            Page open = planner.page();
            Page another = open.context().newPage();
            another.navigate(stage.system().planning("/plans"));
            String before = open.locator(".k-bell").getAttribute("title");
            open.evaluate("document.documentElement.dataset.seen = 'before'");

            year.planAllocated();

            open.waitForFunction(RANG, before);
            another.waitForFunction(RANG, before);
            open.waitForFunction("document.getElementById('kit-bell-news').textContent !== ''");
            assertThat(open.evaluate("document.documentElement.dataset.seen")).isEqualTo("before");
            assertThat(open.locator(".k-bell .badge").isVisible()).isTrue();
            planner.open(stage.system().planning("/notices"));
            assertThat(planner.text()).contains("Kế hoạch năm " + year.year() + " được giao", "Chưa đọc");
            planner.follow("main tbody th a[href$='/plans/" + year.year() + "']");
            planner.open(stage.system().planning("/notices"));
            assertThat(open.locator("main tbody tr")
                            .filter(new Locator.FilterOptions().setHasText("Kế hoạch năm " + year.year()))
                            .innerText())
                    .contains("Đã đọc");
        });
        stage.as(PLANNER, Manner.USUAL, planner -> {
            planner.open(stage.system().planning("/unfulfilled?year=" + year.year()));
            Page list = planner.page();
            assertThat(list.locator("[data-count]").innerText()).isEqualTo("Đã chọn 0");

            list.locator("[data-bulk-page]").check();

            assertThat(list.locator("tbody [name='row']").isChecked()).isTrue();
            assertThat(list.locator("[data-count]").innerText()).isEqualTo("Đã chọn 1");
            planner.fillIn("/unfulfilled", Map.of("reason", "MERGED"));
            planner.picture("unfulfilled-many");
            planner.sendIn("/unfulfilled");
            assertThat(planner.text()).contains("Ghi nhận không thực hiện ở 1 chỉ tiêu?", year.year() + "-01");
            planner.picture("unfulfilled-check");
            planner.follow("button[name='_confirmed']");
            assertThat(planner.text()).contains("Đã thực hiện 1 trên 1 dòng");
            planner.picture("unfulfilled-result");
        });
    }
}
