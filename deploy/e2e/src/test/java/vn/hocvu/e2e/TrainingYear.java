package vn.hocvu.e2e;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** One year with one class, from the plan to the graduation, as the people do it through the pages of their services. */
final class TrainingYear {

    private static final int LEARNERS = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** The system property lets the stories run again on a system that has seen them. */
    private static final LocalDate TODAY =
            LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusYears(Integer.getInteger("hocvu.e2e.yearsBack", 0));

    private final Stage stage;
    private final RunningSystem system;
    private final Manner manner;
    private final LocalDate day;
    private final int year;

    /**
     * @param yearsAgo each story needs a year of its own, for a year has one plan
     */
    TrainingYear(Stage stage, Manner manner, int yearsAgo) {
        this.stage = stage;
        this.system = stage.system();
        this.manner = manner;
        this.day = TODAY.minusYears(yearsAgo);
        this.year = day.getYear();
    }

    int year() {
        return year;
    }

    void planAllocated() {
        stage.as("planning_officer", manner, planner -> {
            planner.open(system.planning("/plans/new"));
            planner.submit("/plans", Map.of("year", String.valueOf(year), "effectiveOn", today()));
            planner.open(system.planning("/plans/" + year + "/items/new"));
            planner.submit("/plans/" + year + "/items", anItem());
            planner.reloadUntil(() -> planner.has("form[action$='/submission']"));
            planner.submit("/submission", onToday());
        });
        stage.as("city_org_board", manner, board -> {
            board.open(system.planning("/plans/" + year));
            board.reloadUntil(() -> board.has("form[action$='/approval']"));
            board.submit("/approval", paper("document"));
            board.reloadUntil(() -> board.has("form[action$='/allocation']"));
            board.submitAndConfirm("/allocation", paper("document"));
        });
    }

    /**
     * Proposes a class against the plan and starts recruiting.
     *
     * @return the class's id
     */
    String classRecruiting() {
        String item = year + "-01";
        return stage.told("planning_officer", manner, planner -> {
            planner.open(system.classes("/classes/new"));
            planner.reloadUntil(() -> planner.has("option[value='" + item + "']"));
            planner.submit("/classes", aClass(item));
            String address = planner.page().url();
            planner.reloadUntil(() -> planner.has("form[action$='/recruiting']"));
            planner.submit("/recruiting", Map.of("deadline", today(), "effectiveOn", today()));
            return address.substring(address.lastIndexOf('/') + 1).replaceAll("[?#].*", "");
        });
    }

    void learnersEnrolledFromSheet(String classId) {
        stage.as("admissions_officer", manner, officer -> {
            officer.open(system.enrollment("/intakes?q=" + classCode()));
            officer.reloadUntil(() -> officer.has("a[href$='/intakes/" + classId + "']"));
            officer.open(system.enrollment("/intakes/" + classId + "/roll-imports/new"));
            officer.upload("/roll-imports", "danh-sach.xlsx", RollSheet.of(LEARNERS, year), paper("document"));
            officer.reloadUntil(() -> officer.has("form[action$='/confirmation']"));
            officer.submit("/confirmation", Map.of());
            officer.reloadUntil(() -> officer.has("main a[href$='/intakes/" + classId + "']")
                    && !officer.has("form[action$='/confirmation']"));
            officer.open(system.enrollment("/intakes/" + classId));
            officer.reloadUntil(() -> officer.has("form[action$='/roll-confirmation']"));
            officer.submitAndConfirm("/roll-confirmation", onToday());
            officer.picture("intake");
        });
    }

    /** The form of one learner's enrolment, filled in and not yet sent. */
    void enrolmentFilledIn(Person officer, String classId) {
        officer.open(system.enrollment("/intakes/" + classId + "/enrollments/new"));
        officer.fillIn("/enrollments", aLearner());
    }

    void classOpenedAndTaught(String classId) {
        stage.as("planning_officer", manner, planner -> {
            planner.open(system.classes("/classes/" + classId));
            planner.reloadUntil(() -> planner.has("form[action$='/readiness']"));
            planner.submit("/readiness", onToday());
        });
        stage.as("school_board", manner, board -> {
            board.open(system.classes("/decisions/" + classId));
            board.reloadUntil(() -> board.has("form[action$='/opening']"));
            board.submitAndConfirm("/opening", paper("decision"));
        });
        stage.as("planning_officer", manner, planner -> {
            planner.open(system.classes("/classes/" + classId));
            planner.reloadUntil(() -> planner.has("form[action$='/teaching-completion']"));
            Map<String, String> fields = paper("document");
            fields.put("deliveredPeriods", "1056");
            planner.submit("/teaching-completion", fields);
        });
    }

    void classGraduated(String classId) {
        stage.as("school_board", manner, board -> {
            board.open(system.classes("/classes/" + classId + "/outcomes"));
            board.reloadUntil(
                    () -> board.has("a[href$='/outcomes-template']") && board.has("form[action$='/outcomes']"));
            byte[] template = board.download("a[href$='/outcomes-template']");
            board.upload("/outcomes", "ket-qua.xlsx", RollSheet.allGood(template), Map.of());
            board.follow("a[href*='/decisions/" + classId + "?outcomes=']");
            board.submitAndConfirm("/graduation", paper("decision"));
            board.open(system.classes("/classes/" + classId));
            board.picture("class");
        });
    }

    void figuresSeen() {
        stage.as("leadership_viewer", manner, leader -> {
            leader.open(system.reporting("/dashboard?year=" + year));
            leader.picture("dashboard");
            leader.open(system.reporting("/reports/R1?year=" + year));
            leader.reloadUntil(() -> leader.text().matches("(?s).*Tốt nghiệp.*\\b" + LEARNERS + "\\b.*"));
            leader.picture("annual-report");
        });
    }

    private String today() {
        return DAY.format(day);
    }

    private Map<String, String> onToday() {
        return Map.of("effectiveOn", today());
    }

    private String classCode() {
        return "TC-" + year + "-01";
    }

    private Map<String, String> anItem() {
        return Map.ofEntries(
                entry("classType", "TC_LLCT"),
                entry("category", "THEORY"),
                entry("studyMode", "PART_TIME"),
                entry("fundingSource", "CITY_BUDGET"),
                entry("venueType", "CENTER"),
                entry("venueId", "ba-vi"),
                entry("quotaClasses", "1"),
                entry("learnersScope", "EXPLICIT"),
                entry("quotaLearners", "80"),
                entry("effectiveOn", today()));
    }

    private Map<String, String> aClass(String item) {
        return Map.ofEntries(
                entry("planItemId", item),
                entry("classCode", classCode()),
                entry("venueId", "ba-vi"),
                entry("minLearners", "3"),
                entry("plannedStart", today()),
                entry("plannedEnd", DAY.format(day.plusMonths(18))),
                entry("effectiveOn", today()));
    }

    private Map<String, String> aLearner() {
        Map<String, String> fields = paper("document");
        fields.put("fullName", "Trần Văn Học Viên");
        fields.put("birthDate", "20/11/1984");
        fields.put("sex", "MALE");
        fields.put("identityNumber", "00108400" + year);
        fields.put("nominatingOrgId", "ba-vi");
        return fields;
    }

    private Map<String, String> paper(String prefix) {
        Map<String, String> fields = new HashMap<>(onToday());
        fields.put(prefix + "Type", "DECISION");
        fields.put(prefix + "Number", "07/QĐ-TĐT");
        fields.put(prefix + "Date", today());
        fields.put(prefix + "Issuer", "Trường");
        fields.put(prefix + "Signer", "Hiệu trưởng");
        return fields;
    }
}
