package vn.hocvu.e2e;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One class from the plan to its graduation, by the people who do it, through the pages of all four services and nothing
 * else; once as most browse, once without JavaScript.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrainingYearStory {

    private static final int LEARNERS = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Path PICTURES = Path.of("target", "screens");

    private static Chromium chromium;
    private static RunningSystem system;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        system = RunningSystem.start();
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void aClassIsPlannedHeldAndCounted() {
        aYear(TODAY, true);
    }

    @Test
    @Order(2)
    void theSameWithoutJavaScript() {
        aYear(TODAY.minusYears(1), false);
    }

    @Test
    @Order(3)
    void anEnrolmentIsOnAnOpenDashboardWithoutReload() {
        var year = TODAY.minusYears(2);
        aPlan(year, true);
        String intake = aRecruitingClass(year, true);
        try (Person leader = person("leadership_viewer", true);
                Person officer = person("admissions_officer", true)) {
            leader.open(system.reporting("/dashboard?year=" + year.getYear()));
            String before = leader.page().locator("main").innerText();
            officer.open(system.enrollment("/intakes/" + intake + "/enrollments/new"));
            officer.submit("/enrollments", aLearner(year));

            leader.page()
                    .waitForFunction(
                            "before => document.querySelector('main').innerText !== before && document.querySelector('main')"
                                    + ".innerText.length > 0",
                            before);
            faults.addAll(leader.faults());
            faults.addAll(officer.faults());
        }
        assertThat(faults).isEmpty();
    }

    private void aYear(LocalDate day, boolean scripts) {
        aPlan(day, scripts);
        String classId = aRecruitingClass(day, scripts);
        enrolFromSheet(classId, day, scripts);
        openAndTeach(classId, day, scripts);
        graduate(classId, day, scripts);
        lookAtDashboard(day, scripts);
        assertThat(faults).isEmpty();
    }

    private Person person(String account, boolean scripts) {
        return new Person(chromium.browser(), account, scripts, 1280, 900);
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }

    private static Map<String, String> paper(String prefix, LocalDate day, Map<String, String> others) {
        Map<String, String> fields = new HashMap<>(others);
        fields.put(prefix + "Type", "DECISION");
        fields.put(prefix + "Number", "07/QĐ-TĐT");
        fields.put(prefix + "Date", day(day));
        fields.put(prefix + "Issuer", "Trường");
        fields.put(prefix + "Signer", "Hiệu trưởng");
        return fields;
    }

    private void aPlan(LocalDate day, boolean scripts) {
        int year = day.getYear();
        try (Person planner = person("planning_officer", scripts);
                Person board = person("city_org_board", scripts)) {
            planner.open(system.planning("/plans/new"));
            planner.submit("/plans", Map.of("year", String.valueOf(year), "effectiveOn", day(day)));
            planner.open(system.planning("/plans/" + year + "/items/new"));
            planner.submit(
                    "/plans/" + year + "/items",
                    Map.ofEntries(
                            entry("classType", "TC_LLCT"),
                            entry("category", "THEORY"),
                            entry("studyMode", "PART_TIME"),
                            entry("fundingSource", "CITY_BUDGET"),
                            entry("venueType", "CENTER"),
                            entry("venueId", "ba-vi"),
                            entry("quotaClasses", "1"),
                            entry("learnersScope", "EXPLICIT"),
                            entry("quotaLearners", "80"),
                            entry("effectiveOn", day(day))));
            planner.reloadUntil(() -> planner.has("form[action$='/submission']"));
            planner.submit("/submission", Map.of("effectiveOn", day(day)));

            board.open(system.planning("/plans/" + year));
            board.reloadUntil(() -> board.has("form[action$='/approval']"));
            board.submit("/approval", paper("document", day, Map.of("effectiveOn", day(day))));
            board.reloadUntil(() -> board.has("form[action$='/allocation']"));
            board.submitAndConfirm("/allocation", paper("document", day, Map.of("effectiveOn", day(day))));
            faults.addAll(planner.faults());
            faults.addAll(board.faults());
        }
    }

    /** Proposes a class against the plan and starts recruiting; answers the class's id. */
    private String aRecruitingClass(LocalDate day, boolean scripts) {
        String item = day.getYear() + "-01";
        try (Person planner = person("planning_officer", scripts)) {
            planner.open(system.classes("/classes/new"));
            planner.reloadUntil(() -> planner.has("option[value='" + item + "']"));
            planner.submit(
                    "/classes",
                    Map.ofEntries(
                            entry("planItemId", item),
                            entry("classCode", "TC-" + day.getYear() + "-01"),
                            entry("venueId", "ba-vi"),
                            entry("minLearners", "3"),
                            entry("plannedStart", day(day)),
                            entry("plannedEnd", day(day.plusMonths(18))),
                            entry("effectiveOn", day(day))));
            String address = planner.page().url();
            planner.reloadUntil(() -> planner.has("form[action$='/recruiting']"));
            planner.submit("/recruiting", Map.of("deadline", day(day), "effectiveOn", day(day)));
            faults.addAll(planner.faults());
            return address.substring(address.lastIndexOf('/') + 1).replaceAll("[?#].*", "");
        }
    }

    private void enrolFromSheet(String classId, LocalDate day, boolean scripts) {
        try (Person officer = person("admissions_officer", scripts)) {
            officer.open(system.enrollment("/intakes"));
            officer.reloadUntil(() -> officer.has("a[href$='/intakes/" + classId + "']"));
            officer.open(system.enrollment("/intakes/" + classId + "/roll-imports/new"));
            officer.upload(
                    "/roll-imports",
                    "danh-sach.xlsx",
                    RollSheet.of(LEARNERS, day.getYear()),
                    paper("document", day, Map.of("effectiveOn", day(day))));
            officer.reloadUntil(() -> officer.has("form[action$='/confirmation']"));
            officer.submit("/confirmation", Map.of());
            officer.reloadUntil(() -> officer.has("main a[href$='/intakes/" + classId + "']")
                    && !officer.has("form[action$='/confirmation']"));
            officer.open(system.enrollment("/intakes/" + classId));
            officer.reloadUntil(() -> officer.has("form[action$='/roll-confirmation']"));
            officer.submitAndConfirm("/roll-confirmation", Map.of("effectiveOn", day(day)));
            picture(officer.page(), "intake", scripts);
            faults.addAll(officer.faults());
        }
    }

    private void openAndTeach(String classId, LocalDate day, boolean scripts) {
        try (Person planner = person("planning_officer", scripts);
                Person board = person("school_board", scripts)) {
            planner.open(system.classes("/classes/" + classId));
            planner.reloadUntil(() -> planner.has("form[action$='/readiness']"));
            planner.submit("/readiness", Map.of("effectiveOn", day(day)));

            board.open(system.classes("/decisions/" + classId));
            board.reloadUntil(() -> board.has("form[action$='/opening']"));
            board.submitAndConfirm("/opening", paper("decision", day, Map.of("effectiveOn", day(day))));

            planner.open(system.classes("/classes/" + classId));
            planner.reloadUntil(() -> planner.has("form[action$='/teaching-completion']"));
            planner.submit(
                    "/teaching-completion",
                    paper("document", day, Map.of("deliveredPeriods", "1056", "effectiveOn", day(day))));
            faults.addAll(planner.faults());
            faults.addAll(board.faults());
        }
    }

    private void graduate(String classId, LocalDate day, boolean scripts) {
        try (Person board = person("school_board", scripts)) {
            board.open(system.classes("/classes/" + classId + "/outcomes"));
            board.reloadUntil(
                    () -> board.has("a[href$='/outcomes-template']") && board.has("form[action$='/outcomes']"));
            byte[] template = board.download("a[href$='/outcomes-template']");
            board.upload("/outcomes", "ket-qua.xlsx", RollSheet.allGood(template), Map.of());
            board.page()
                    .locator("a[href*='/decisions/" + classId + "?outcomes=']")
                    .first()
                    .click();
            board.page().waitForLoadState();
            board.submitAndConfirm("/graduation", paper("decision", day, Map.of("effectiveOn", day(day))));
            board.open(system.classes("/classes/" + classId));
            picture(board.page(), "class", scripts);
            faults.addAll(board.faults());
        }
    }

    private void lookAtDashboard(LocalDate day, boolean scripts) {
        int year = day.getYear();
        try (Person leader = person("leadership_viewer", scripts)) {
            leader.open(system.reporting("/dashboard?year=" + year));
            picture(leader.page(), "dashboard", scripts);
            leader.open(system.reporting("/reports/R1?year=" + year));
            leader.reloadUntil(() -> leader.page()
                    .locator("main")
                    .innerText()
                    .replace('\u00a0', ' ')
                    .matches("(?s).*Tốt nghiệp.*\\b" + LEARNERS + "\\b.*"));
            picture(leader.page(), "annual-report", scripts);
            faults.addAll(leader.faults());
        }
    }

    private static Map<String, String> aLearner(LocalDate day) {
        Map<String, String> fields = paper("document", day, Map.of("effectiveOn", day(day)));
        fields.put("fullName", "Trần Văn Học Viên");
        fields.put("birthDate", "20/11/1984");
        fields.put("sex", "MALE");
        fields.put("identityNumber", "001084009999");
        fields.put("nominatingOrgId", "ba-vi");
        return fields;
    }

    private static void picture(Page page, String name, boolean scripts) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + (scripts ? "" : "-without-scripts") + ".png")));
    }
}
