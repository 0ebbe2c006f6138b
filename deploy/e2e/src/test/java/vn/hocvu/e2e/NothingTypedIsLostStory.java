package vn.hocvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody began to fill in is there again at another browser, and a session does not end unannounced. */
@Order(4)
@ExtendWith(Stage.Setting.class)
class NothingTypedIsLostStory {

    private static final String PLANNER = "planning_officer";
    private static final String YEAR = "main [name='year']";
    private static final String TYPED = "2077";

    @Test
    void aDraftIsFilledInAgainAtAnotherBrowserUntilItIsGivenUp(Stage stage) {
        String form = stage.system().planning("/plans/new");
        stage.as(PLANNER, Manner.USUAL, person -> {
            person.open(form);
            person.page().locator(YEAR).fill(TYPED);
            told(person.page(), "Đã lưu nháp");
        });
        stage.as(PLANNER, Manner.USUAL, person -> {
            person.open(form);
            told(person.page(), "Đã điền lại bản nháp");
            assertThat(person.page().locator(YEAR).inputValue()).isEqualTo(TYPED);

            person.page().locator(".k-draft button").click();

            told(person.page(), "Đã bỏ bản nháp");
            assertThat(person.page().locator(YEAR).inputValue()).isNotEqualTo(TYPED);
            person.page().reload();
            assertThat(person.page().locator(YEAR).inputValue()).isNotEqualTo(TYPED);
        });
    }

    @Test
    void twoMinutesBeforeItEndsTheSessionSaysSo(Stage stage) {
        stage.as(PLANNER, Manner.USUAL, person -> {
            person.page().clock().install();
            person.open(stage.system().planning("/plans/new"));
            Locator dialog = person.page().locator("#kit-session");
            assertThat(dialog.isVisible()).isFalse();

            long lasts = Long.parseLong(dialog.getAttribute("data-seconds")) * 1000;
            person.page().clock().fastForward(lasts - 60_000);

            dialog.waitFor();
            assertThat(dialog.innerText()).contains("chưa đầy hai phút");
            dialog.locator("[data-stay]").click();
            person.page().clock().runFor(6_000);
            dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));

            person.page().clock().fastForward(lasts + 60_000);

            dialog.waitFor();
            assertThat(dialog.innerText()).contains("đã kết thúc");
        });
    }

    private static void told(Page page, String words) {
        page.locator(".k-draft", new Page.LocatorOptions().setHasText(words)).waitFor();
    }
}
