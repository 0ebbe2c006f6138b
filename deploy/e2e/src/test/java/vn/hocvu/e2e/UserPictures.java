package vn.hocvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Makes the pictures of the user documentation on a system that runs with the reference years; no part of any test run:
 *
 * <pre>{@code
 * ./mvnw -pl deploy/e2e verify -Dit.test=UserPictures -Dhocvu.e2e.offset=0
 * }</pre>
 *
 * <p>It drafts a plan of 2022 from that of 2021, submits it and has it returned, so it can be run again and again.
 */
class UserPictures {
    private static final Path FOLDER = Path.of(System.getProperty("hocvu.root", "../.."), "docs", "user");
    private static final int WIDTH = 1280;
    private static final int WINDOW = 900;
    private static final int HIGHEST = 1500;
    private static final int BIGGEST = 150_000;
    private static final String DRAFT = "/plans/2022";

    @ParameterizedTest(name = "in {0}")
    @CsvSource({"vi, vi-VN", "en, en-GB"})
    void everyPictureOfTheUserDocumentation(String language, String locale) throws IOException {
        var manner = new Manner(language, true, locale, false, WIDTH, WINDOW);
        Files.createDirectories(FOLDER.resolve(language).resolve("pictures"));
        try (var chromium = Chromium.start();
                var system = RunningSystem.start()) {
            var studio = new Studio(chromium, system, manner);
            studio.as("planning_officer", "planning", UserPictures::draft);
            studio.as("city_org_board", "planning", UserPictures::approve);
            studio.as("planning_officer", "planning", UserPictures::plan);
            studio.as("school_board", "planning", UserPictures::decide);
            studio.as("district_committee.dong-anh", "planning", UserPictures::request);
            studio.as("auditor", "reporting", UserPictures::audit);
        }
    }

    private static void draft(Sitting officer) throws IOException {
        officer.open("/plans/new");
        officer.picture("plan-new");
        if (officer.person.page().request().get(officer.address(DRAFT)).status() == 404) {
            officer.person.fillIn("/plans", Map.of("year", "2022", "effectiveOn", "2021-12-15"));
            officer.person.sendIn("/plans");
            officer.open(DRAFT);
            officer.person.submit("/plans/2022/copy", Map.of());
        }
        officer.open(DRAFT);
        officer.picture("plan-draft");
        officer.open(DRAFT + "/items/new");
        officer.picture("item-new");
        officer.open(DRAFT + "/import");
        officer.picture("plan-import");
        officer.open(DRAFT);
        officer.person.submit("/plans/2022/submission", Map.of("effectiveOn", "2021-12-20"));
    }

    private static void approve(Sitting board) throws IOException {
        board.open("/approvals");
        board.picture("approvals-city");
        board.open(DRAFT);
        board.person.fillIn("/plans/2022/approval", Map.of());
        board.pictureAt("plan-approval", "form[action$='/approval']");
        board.open("/amendments/2021-A07");
        board.person.fillIn("/amendments/2021-A07/approval", Map.of());
        board.picture("amendment-city");
        board.open(DRAFT);
        board.person.submit(
                "/plans/2022/return",
                Map.of(
                        "comments",
                        board.says(
                                "Đề nghị bổ sung căn cứ của chỉ tiêu tại Ba Vì.",
                                "Please give the grounds of the item in Ba Vì.")));
    }

    private static void plan(Sitting officer) throws IOException {
        officer.open(DRAFT);
        officer.picture("plan-returned");
        officer.open("/plans/2021");
        officer.picture("plan-allocated");
        officer.pictureAt("plan-grid", "#plan-grid");
        officer.open("/plans/2021/items/2021-20");
        officer.picture("item");
        officer.pictureAt("item-history", "#timeline, .k-timeline");
        officer.open("/plans/2021/items/2021-09/amendments/new?kind=INCREASE&quotaClasses=2&quotaLearners=160");
        officer.picture("amendment-new");
        officer.open("/amendments");
        officer.picture("amendments");
        officer.open("/off-plan");
        officer.picture("off-plan-board");
        officer.openFirst("/off-plan", "REQUESTED");
        officer.person.fillIn("/assessment", Map.of());
        officer.picture("off-plan-assessment");
        officer.open("/plans/2021/items/2021-04");
        officer.person.fillIn("/unfulfillment", Map.of());
        officer.pictureAt("unfulfilled", "form[action$='/unfulfillment']");
        officer.open("/unfulfilled");
        officer.picture("unfulfilled-list");
    }

    private static void decide(Sitting board) throws IOException {
        board.open("/approvals");
        board.picture("approvals-school");
        board.open("/amendments/2021-A08");
        board.person.fillIn("/amendments/2021-A08/approval", Map.of());
        board.picture("amendment-approval");
        board.openFirst("/off-plan", "REPORTED");
        board.person.fillIn("/approval", Map.of());
        board.picture("off-plan-decision");
        board.open("/year-close?year=2021");
        board.picture("year-close");
    }

    private static void request(Sitting district) throws IOException {
        district.open("/off-plan/new");
        district.picture("off-plan-new");
    }

    private static void audit(Sitting auditor) throws IOException {
        auditor.open("/audit");
        auditor.picture("audit");
        auditor.open("/audit/plan/2021");
        auditor.picture("plan-then");
        auditor.open("/audit/plan/2021/difference");
        auditor.picture("plan-difference");
        auditor.open("/audit/plan/2021/items/2021-20");
        auditor.picture("item-trail");
        auditor.open("/audit/refused");
        auditor.picture("audit-refused");
    }

    /** What somebody does in one service, pictured. */
    private interface Scene {
        void play(Sitting sitting) throws IOException;
    }

    private record Studio(Chromium chromium, RunningSystem system, Manner manner) {
        void as(String account, String service, Scene scene) throws IOException {
            try (var person = new Person(chromium.browser(), account, manner)) {
                person.open(system.service(service, "/?lang=" + manner.name()));
                scene.play(new Sitting(person, system, service, manner.name()));
            }
        }
    }

    private record Sitting(Person person, RunningSystem system, String service, String language) {
        String address(String path) {
            return system.service(service, path);
        }

        String says(String vietnamese, String english) {
            return language.equals("vi") ? vietnamese : english;
        }

        void open(String path) {
            person.page().navigate(address(path));
        }

        /** The first request of a stage of the off-plan board. */
        void openFirst(String board, String stage) {
            open(board);
            person.follow("#stage-" + stage + " a[href*='/off-plan/off-']");
        }

        /** The page from its top. */
        void picture(String name) throws IOException {
            shoot(name, 0);
        }

        /** The page from a little above something. */
        void pictureAt(String name, String selector) throws IOException {
            var box = person.page().locator(selector).first().boundingBox();
            var scrolled = ((Number) person.page().evaluate("scrollY")).doubleValue();
            shoot(name, Math.max(0, box.y + scrolled - 120));
        }

        private void shoot(String name, double top) throws IOException {
            var page = person.page();
            page.waitForLoadState();
            var whole = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
            byte[] small = SmallPng.of(page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setClip(new Clip(0, top, WIDTH, Math.min(HIGHEST, whole - top)))));
            assertThat(small).as(name).hasSizeLessThan(BIGGEST);
            Files.write(FOLDER.resolve(language).resolve("pictures").resolve(name + ".png"), small);
        }
    }
}
