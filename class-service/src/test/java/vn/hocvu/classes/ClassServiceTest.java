package vn.hocvu.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import vn.hocvu.platform.testkit.ApiDescription;
import vn.hocvu.platform.testkit.Contracts;
import vn.hocvu.platform.testkit.Servers;
import vn.hocvu.platform.testkit.Tokens;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** Classes on real servers, from the proposal to the end; every fact of another service comes twice. */
@SpringBootTest(classes = ClassService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClassServiceTest {
    private static final String OFFICER = "planning_officer";
    private static final String BOARD = "school_board";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String PAPER = """
            {"type": "DECISION", "number": "5/QĐ-REF", "date": "2020-09-01", "issuer": "Trường", "signer": "Hiệu trưởng"}""";

    private static final List<String> ROLES = List.of(
            "PLANNING_OFFICER",
            "SCHOOL_BOARD",
            "CITY_ORG_BOARD",
            "CITY_PROPAGANDA_BOARD",
            "DISTRICT_COMMITTEE",
            "SENDING_AGENCY",
            "CENTER_ADMIN",
            "ADMISSIONS_OFFICER",
            "ADMISSIONS_BOARD",
            "CLASS_MANAGER",
            "LECTURER",
            "FACULTY_HEAD",
            "REGISTRAR",
            "LEADERSHIP_VIEWER",
            "AUDITOR",
            "SYS_ADMIN");

    @LocalServerPort
    int port;

    @Autowired
    MockMvcTester web;

    @Autowired
    Sheets sheets;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    JdbcClient jdbc;

    Caller call;
    Broker broker;
    String school = "";
    String center = "";

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) {
        var database = Servers.postgres("class");
        settings.add("hocvu.postgres.url", database::url);
        settings.add("hocvu.postgres.username", database::username);
        settings.add("hocvu.postgres.password", database::password);
        settings.add("hocvu.kafka.bootstrap", Servers::kafka);
        settings.add("hocvu.mongodb.uri", () -> Servers.mongo("class"));
        settings.add("hocvu.oidc.issuer", Tokens::issuer);
        settings.add("management.server.port", () -> 0);
        for (var source : new String[] {"planning", "class", "enrollment"}) {
            Servers.createTopic("hocvu." + source + ".events.v1", 12);
        }
    }

    @BeforeAll
    void connect() {
        call = new Caller(port);
        broker = new Broker(Servers.kafka());
    }

    @AfterAll
    void disconnect() {
        broker.close();
    }

    // ---- proposing

    @Test
    @Order(1)
    void aClassIsProposedAgainstAnAllocatedItem() {
        broker.tellTwice("planning", "PlanAllocated", "plan-2020", Contracts.sample("planning", "PlanAllocated", 1));
        var proposed = await(
                () -> call.post(OFFICER, "/classes", proposal("TC-2020-01", "2020-01", "truong"), key("propose-1")),
                answer -> answer.status() == 201);
        school = proposed.body().path("classId").asString();

        var again = call.post(OFFICER, "/classes", proposal("TC-2020-01", "2020-01", "truong"), key("propose-1"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().path("classId").asString()).isEqualTo(school);
        assertThat(again.header("ETag")).isEqualTo("\"0\"");
        var told = broker.await(
                "ClassProposed", p -> p.path("classCode").asString().equals("TC-2020-01"));
        assertThat(told.key()).isEqualTo(school);
        assertThat(told.payload().path("seats").asInt()).isEqualTo(77);
        var seen = read(school);
        assertThat(seen.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(seen.path("slot").asString()).isEqualTo("PENDING");
        assertThat(call.get(OFFICER, "/classes?code=TC-2020-01")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void codesAreUniqueAndCentresStayInTheirHouse() {
        var taken = call.post(OFFICER, "/classes", proposal("TC-2020-01", "2020-02", "ba-vi"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("ClassCodeTaken");
        assertThat(taken.body().path("detail").asString()).contains("TC-2020-01");

        var stranger = call.post("center_admin.thanh-oai", "/classes", proposal("TC-2020-21", "2020-02", "ba-vi"));
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(call.post("leadership_viewer", "/classes", proposal("TC-2020-21", "2020-02", "ba-vi"))
                        .status())
                .isEqualTo(403);
        var own = call.post("center_admin.ba-vi", "/classes", proposal("TC-2020-21", "2020-02", "ba-vi"));
        assertThat(own.status()).isEqualTo(201);
        center = own.body().path("classId").asString();

        assertThat(call.post(OFFICER, "/classes", proposal("TC-2020-99", "2020-99", "ba-vi"))
                        .code())
                .isEqualTo("PlanItemNotFound");
        assertThat(call.post(OFFICER, "/classes", "{\"classCode\": \"TC-1\"}").status())
                .isEqualTo(400);
        assertThat(call.post(OFFICER, "/classes", proposal("tc 1", "2020-01", "truong"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Order(3)
    void rowsOutsideOnesScopeAreUnknown() {
        assertThat(call.get("center_admin.ba-vi", "/classes/" + center).status())
                .isEqualTo(200);
        assertThat(call.get("center_admin.ba-vi", "/classes/" + school).status())
                .isEqualTo(404);
        assertThat(call.get("center_admin.thanh-oai", "/classes/" + center).status())
                .isEqualTo(404);
        assertThat(call.get("district_committee.ba-vi", "/classes/" + center).status())
                .isEqualTo(200);
        assertThat(call.get("district_committee.dong-anh", "/classes")
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(call.get("center_admin.ba-vi", "/classes")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(call.get("auditor", "/classes").body().path("total").asInt()).isEqualTo(2);
        assertThat(call.get("sending_agency.ba-vi", "/classes").status()).isEqualTo(403);
    }

    // ---- the whole life of a diploma class

    @Test
    @Order(4)
    void recruitingWaitsForTheSlot() {
        var deadline = "{\"deadline\": \"2020-09-15\", \"effectiveOn\": \"2020-09-08\"}";
        var early = call.post(OFFICER, "/classes/" + school + "/recruiting", deadline);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("SlotNotGranted");

        grant(school, "2020-01");
        awaitClass(school, seen -> seen.path("slot").asString().equals("GRANTED"));
        assertThat(call.post(BOARD, "/classes/" + school + "/recruiting", deadline)
                        .status())
                .isEqualTo(403);
        assertThat(call.post(OFFICER, "/classes/" + school + "/recruiting", deadline)
                        .status())
                .isEqualTo(204);
        var told = broker.await(
                "RecruitingStarted", p -> p.path("classId").asString().equals(school));
        assertThat(told.payload().path("seats").asInt()).isEqualTo(77);
        assertThat(told.payload().path("venueOwnerOrgId").asString()).isEqualTo("truong");
        assertThat(told.payload().path("deadline").asString()).isEqualTo("2020-09-15");
    }

    @Test
    @Order(5)
    void aClassOpensWithTheConfirmedRoll() {
        var on = "{\"effectiveOn\": \"2020-09-15\"}";
        assertThat(call.post(OFFICER, "/classes/" + school + "/readiness", on).code())
                .isEqualTo("RollNotConfirmed");
        confirmRoll(school, 68, 1);
        awaitClass(school, seen -> seen.path("roll").path("enrolledCount").asInt() == 68);
        assertThat(call.post(OFFICER, "/classes/" + school + "/readiness", on).status())
                .isEqualTo(204);

        var opening = "{\"decision\": " + PAPER + ", \"effectiveOn\": \"2020-09-15\"}";
        assertThat(call.post(BOARD, "/classes/" + school + "/opening", on).code())
                .isEqualTo("DocumentMissing");
        assertThat(call.post(BOARD, "/classes/" + school + "/opening", opening, Map.of("If-Match", "\"0\""))
                        .status())
                .isEqualTo(412);
        assertThat(call.post(BOARD, "/classes/" + school + "/opening", opening.replace("2020-09-15", "2021-01-05"))
                        .code())
                .isEqualTo("OutsidePlanYear");
        assertThat(call.post(BOARD, "/classes/" + school + "/opening", opening.replace("2020-09-15", "2999-01-05"))
                        .code())
                .isEqualTo("Malformed");
        assertThat(call.post(BOARD, "/classes/" + school + "/opening", opening).status())
                .isEqualTo(204);
        var told = broker.await("ClassOpened", p -> p.path("classId").asString().equals(school))
                .payload();
        assertThat(told.path("enrolledCount").asInt()).isEqualTo(68);
        assertThat(told.path("ruleSets").path("grading").asString()).isEqualTo("2252-2019");
        assertThat(call.post(BOARD, "/classes/" + school + "/opening", opening).code())
                .isEqualTo("WrongState");
    }

    @Test
    @Order(6)
    void aClassIsTaughtWithAPause() {
        assertThat(call.post(OFFICER, "/classes/" + school + "/teaching", "{\"effectiveOn\": \"2020-09-16\"}")
                        .status())
                .isEqualTo(204);
        var pause = "{\"reasonCode\": \"OTHER\", \"document\": " + PAPER + ", \"effectiveOn\": \"2020-10-03\"}";
        assertThat(call.post(BOARD, "/classes/" + school + "/suspension", pause).code())
                .isEqualTo("ReasonMissing");
        assertThat(call.post(
                                BOARD,
                                "/classes/" + school + "/suspension",
                                pause.replace("OTHER", "EPIDEMIC_OR_FORCE_MAJEURE"))
                        .status())
                .isEqualTo(204);
        assertThat(call.post(BOARD, "/classes/" + school + "/resumption", "{\"effectiveOn\": \"2020-11-04\"}")
                        .status())
                .isEqualTo(204);
        assertThat(call.post(OFFICER, "/classes/" + school + "/opening-ceremony", "{\"heldOn\": \"2020-09-20\"}")
                        .status())
                .isEqualTo(204);
        var taught = "{\"deliveredPeriods\": 40, \"document\": " + PAPER + ", \"effectiveOn\": \"2022-03-01\"}";
        assertThat(call.post(OFFICER, "/classes/" + school + "/teaching-completion", taught)
                        .code())
                .isEqualTo("TeachingIncomplete");
        assertThat(call.post(OFFICER, "/classes/" + school + "/teaching-completion", taught.replace("40", "1056"))
                        .status())
                .isEqualTo(204);
        broker.await("TeachingCompleted", p -> p.path("deliveredPeriods").asInt() == 1_056);
    }

    @Test
    @Order(7)
    void outcomesComeFromASheetAndTheClassGraduates() {
        assertThat(call.get(OFFICER, "/classes/" + school + "/outcomes-template")
                        .code())
                .isEqualTo("RollNotFinal");
        broker.tellTwice(
                "enrollment",
                "RollFinalized",
                school,
                "{\"classId\": \"" + school
                        + "\", \"rollVersion\": 2, \"learnerIds\": [\"l-1\", \"l-2\", \"l-3\"], \"effectiveOn\": \"2022-03-01\"}");
        awaitClass(school, seen -> seen.path("teaching").path("finalRoll").asInt() == 3);
        assertThat(call.get(OFFICER, "/classes/" + school + "/outcomes-template")
                        .bytes())
                .isNotEmpty();

        var wrong = call.upload(
                OFFICER,
                "/classes/" + school + "/outcomes",
                sheet(List.of(
                        List.of("l-1", "Tốt nghiệp", "Khá"),
                        List.of("l-1", "Hoàn thành", ""),
                        List.of("l-9", "TỐT NGHIỆP", ""))));
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.body().path("errors").size()).isEqualTo(5);
        var fine = call.upload(
                OFFICER,
                "/classes/" + school + "/outcomes",
                sheet(List.of(
                        List.of("l-1", "Tốt nghiệp", "Khá"),
                        List.of("l-2", "GRADUATED", "EXCELLENT"),
                        List.of("l-3", "không tốt nghiệp", "yếu"))));
        assertThat(fine.body().path("errors").size()).isZero();

        assertThat(graduate(wrong.body().path("jobId").asString()).status()).isEqualTo(400);
        assertThat(graduate("nothing").status()).isEqualTo(404);
        assertThat(graduate(fine.body().path("jobId").asString()).status()).isEqualTo(204);
        var told = broker.await(
                        "ClassGraduated", p -> p.path("classId").asString().equals(school))
                .payload();
        assertThat(told.path("counts").path("graduated").asInt()).isEqualTo(2);
        assertThat(told.path("counts").path("notGraduated").asInt()).isEqualTo(1);
        assertThat(told.path("counts").path("enrolledAtOpening").asInt()).isEqualTo(68);
        assertThat(read(school).path("state").asString()).isEqualTo("GRADUATED");
    }

    // ---- a class that never opens

    @Test
    @Order(8)
    void aMissedMinimumIsATaskAndTheBoardMayCancel() {
        grant(center, "2020-02");
        awaitClass(center, seen -> seen.path("slot").asString().equals("GRANTED"));
        call.post(
                OFFICER,
                "/classes/" + center + "/recruiting",
                "{\"deadline\": \"2020-11-23\", \"effectiveOn\": \"2020-10-26\"}");
        confirmRoll(center, 24, 1);
        awaitClass(center, seen -> seen.path("roll").path("minimumMissed").asBoolean());
        assertThat(read(center).path("waitsFor").asString()).isEqualTo("DECIDE_ON_MINIMUM");
        assertThat(text(page("/tasks", BOARD))).contains("TC-2020-21").contains("Quyết định về lớp thiếu học viên");
        assertThat(text(page("/classes/" + center, BOARD)))
                .contains("Sĩ số 24 thấp hơn mức tối thiểu 50")
                .contains("Gia hạn tuyển sinh")
                .contains("Cho phép mở dưới mức tối thiểu")
                .contains("Hủy lớp");

        var cancel = "{\"reasonCode\": \"INSUFFICIENT_ENROLLMENT\", \"quotaReturned\": false, \"document\": " + PAPER
                + ", \"effectiveOn\": \"2020-11-30\"}";
        assertThat(call.post(BOARD, "/classes/" + center + "/cancellation", cancel)
                        .status())
                .isEqualTo(204);
        var told = broker.await(
                        "ClassCancelled", p -> p.path("classId").asString().equals(center))
                .payload();
        assertThat(told.path("enrolledCount").asInt()).isEqualTo(24);
        assertThat(told.path("planItemId").asString()).isEqualTo("2020-02");
        assertThat(text(page("/classes/" + center, BOARD))).contains("Đã xong 1 trong 3 việc");

        broker.tellTwice(
                "enrollment",
                "IntakeReleased",
                center,
                "{\"classId\": \"" + center + "\", \"learners\": 24, \"effectiveOn\": \"2020-11-30\"}");
        broker.tellTwice(
                "planning",
                "PlanItemUnfulfilled",
                "plan-2020",
                "{\"planId\": \"plan-2020\", \"itemId\": \"2020-02\", \"classes\": 1, \"learners\": 80, \"classId\": \""
                        + center + "\", \"reasonCode\": \"INSUFFICIENT_ENROLLMENT\", \"effectiveOn\": \"2020-11-30\"}");
        await(() -> text(page("/classes/" + center, BOARD)), html -> html.contains("Đã xong 3 trong 3 việc"));
    }

    // ---- pages

    @Test
    @Order(9)
    void theListIsFilteredSortedAndExported() {
        assertThat(text(page("/classes", OFFICER))).contains("TC-2020-01").contains("TC-2020-21");
        assertThat(text(page("/classes?status=GRADUATED&sort=classCode", OFFICER)))
                .contains("TC-2020-01")
                .doesNotContain("TC-2020-21");
        assertThat(text(page("/classes?q=BA%20VÌ", OFFICER)))
                .contains("TC-2020-21")
                .doesNotContain("TC-2020-01");
        assertThat(text(page("/classes", "center_admin.ba-vi")))
                .contains("TC-2020-21")
                .doesNotContain("TC-2020-01");
        assertThat(text(page("/classes?lang=en", OFFICER))).contains("Class code");
        assertThat(web.get().uri("/classes?format=xlsx").with(as(OFFICER)))
                .hasStatusOk()
                .hasContentType(Sheets.CONTENT_TYPE);
        assertThat(web.get().uri("/classes").with(as("leadership_viewer"))).hasStatus(403);
    }

    @Test
    @Order(10)
    void aClassTellsItsStory() {
        assertThat(text(page("/classes/" + school, "auditor")))
                .contains("Công nhận tốt nghiệp: 2 đạt, 1 không đạt")
                .contains("Mở lớp với 68 học viên, xếp loại theo 2252-2019")
                .contains("Quyết định 5/QĐ-REF ngày 01/09/2020, Trường")
                .contains("Dịch bệnh, bất khả kháng")
                .contains("Bắt đầu tuyển sinh đến 15/09/2020, 77 chỗ");
        assertThat(web.get().uri("/classes/" + school).with(as("center_admin.ba-vi")))
                .hasStatus(404);
        assertThat(web.get().uri("/classes/nothing").with(as(OFFICER))).hasStatus(404);
    }

    @Test
    @Order(11)
    void aClassIsProposedAndOpenedThroughThePages() {
        assertThat(text(page("/classes/new", OFFICER))).contains("2020-01").doesNotContain("2020-03 ·");
        var invalid = web.post()
                .uri("/classes")
                .with(as(OFFICER))
                .with(csrf())
                .param("_form", "/classes/new")
                .param("_formId", "class")
                .param("classCode", "tc-1")
                .param("planItemId", "2020-01")
                .param("plannedStart", "31/02/2020")
                .exchange();
        assertThat(invalid).hasStatus(422);
        assertThat(invalid.getResponse().getForwardedUrl()).isEqualTo("/classes/new");

        var proposed = web.post()
                .uri("/classes")
                .with(as(OFFICER))
                .with(csrf())
                .param("_form", "/classes/new")
                .param("classCode", "TC-2020-02")
                .param("planItemId", "2020-01")
                .param("plannedStart", "06/10/2020")
                .param("plannedEnd", "06/04/2022")
                .param("minLearners", "50")
                .param("effectiveOn", "29/09/2020")
                .exchange();
        assertThat(proposed).hasStatus(302);
        var id = location(proposed).replace("/classes/", "");
        grant(id, "2020-01");
        awaitClass(id, seen -> seen.path("slot").asString().equals("GRANTED"));
        assertThat(text(page("/tasks", OFFICER))).contains("TC-2020-02").contains("Bắt đầu tuyển sinh");
        assertThat(step(id, "recruiting", OFFICER, Map.of("deadline", "06/10/2020", "effectiveOn", "29/09/2020")))
                .isEqualTo(302);
        confirmRoll(id, 70, 1);
        awaitClass(id, seen -> seen.path("roll").path("enrolledCount").asInt() == 70);
        assertThat(step(id, "readiness", OFFICER, Map.of("effectiveOn", "06/10/2020")))
                .isEqualTo(302);

        assertThat(text(page("/decisions", BOARD))).contains("TC-2020-02").contains("Đạt mức tối thiểu: 70 so với 50");
        assertThat(text(page("/decisions/" + id, BOARD))).contains("Danh sách đã chốt: 70 học viên");
        assertThat(web.get().uri("/decisions").with(as(OFFICER))).hasStatus(403);
        var opening = Map.of(
                "decisionType", "DECISION",
                "decisionNumber", "7/QĐ-REF",
                "decisionDate", "29/09/2020",
                "decisionIssuer", "Trường",
                "effectiveOn", "06/10/2020");
        var asked = form(id, "opening", BOARD, opening);
        assertThat(asked).hasStatusOk();
        assertThat(text(asked)).contains("Lớp tính là mở với 70 học viên");
        var confirmed = new java.util.HashMap<>(opening);
        confirmed.put("_confirmed", "true");
        assertThat(step(id, "opening", BOARD, confirmed)).isEqualTo(302);
        assertThat(read(id).path("state").asString()).isEqualTo("OPENED");
        var stale = new java.util.HashMap<>(Map.of("heldOn", "07/10/2020", "_version", "0"));
        assertThat(step(id, "opening-ceremony", OFFICER, stale)).isEqualTo(412);

        var paper = Map.of(
                "documentType", "REPORT",
                "documentNumber", "1/BC",
                "documentDate", "01/04/2022",
                "documentIssuer", "Trường",
                "deliveredPeriods", "1.056",
                "effectiveOn", "01/04/2022");
        assertThat(step(id, "teaching-completion", OFFICER, paper)).isEqualTo(302);
        assertThat(text(page("/classes/" + id, OFFICER))).contains("Đang chờ phần tuyển sinh chốt danh sách cuối");
        assertThat(text(page("/classes/" + id + "/outcomes", OFFICER))).contains("Kết quả lớp TC-2020-02");
    }

    @Test
    @Order(12)
    void everyAttemptOutsideRightsLeavesATrace() {
        assertThat(call.post("auditor", "/classes/" + school + "/opening", "{}").status())
                .isEqualTo(403);
        assertThat(call.post(OFFICER, "/classes/nothing/readiness", "{}").status())
                .isEqualTo(404);
    }

    /** Each role at each handler: what the annotation says, and one recorded attempt for every refusal. */
    @Test
    @Order(13)
    void everyRoleMeetsTheHandlersItMayUseAndNoOthers() {
        var before = denied();
        var refused = 0;
        var cases = 0;
        for (var handler : mapping.getHandlerMethods().entrySet()) {
            var method = handler.getValue();
            if (!method.getBeanType().getPackageName().equals("vn.hocvu.classes.web")) {
                continue;
            }
            var allowed = Set.of(Objects.requireNonNull(allowed(method)).value());
            for (var role : ROLES) {
                var status = knock(handler.getKey(), role);
                cases++;
                if (allowed.contains(role)) {
                    assertThat(status).as(role + " at " + handler.getKey()).isNotEqualTo(403);
                } else {
                    assertThat(status).as(role + " at " + handler.getKey()).isEqualTo(403);
                    refused++;
                }
            }
        }
        assertThat(cases).isGreaterThan(500);
        assertThat(denied() - before).isGreaterThanOrEqualTo(refused);
    }

    @Test
    @Order(14)
    void theApiIsTheOneThatIsWrittenDown() {
        ApiDescription.isWrittenDown("class", port);
    }

    private long denied() {
        return jdbc.sql("SELECT count(*) FROM denied_attempt").query(Long.class).single();
    }

    private static @Nullable Allowed allowed(HandlerMethod method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allowed.class);
        return own == null ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allowed.class) : own;
    }

    private int knock(RequestMappingInfo handler, String role) {
        var path = handler.getPatternValues().iterator().next().replace("{id}", "nothing");
        var method = HttpMethod.valueOf(
                handler.getMethodsCondition().getMethods().iterator().next().name());
        boolean upload = !handler.getConsumesCondition().isEmpty();
        AbstractMockHttpServletRequestBuilder<?> request = upload
                ? web.post().uri(path).multipart().file("file", new byte[1])
                : web.method(method).uri(path);
        if (handler.getParamsCondition().toString().contains("format=xlsx")) {
            request = web.get().uri(path + "?format=xlsx");
        }
        if (path.startsWith("/api/")) {
            request.with(
                    jwt().jwt(t -> t.subject("x").claim("roles", List.of(role)).claim("organization", "ba-vi")));
            if (!upload) {
                request.contentType(MediaType.APPLICATION_JSON).content("{}");
            }
        } else {
            request.with(as(role.toLowerCase(Locale.ROOT) + ".ba-vi")).with(csrf());
        }
        return web.perform(request).getResponse().getStatus();
    }

    // ---- wording

    private Caller.Answer graduate(String job) {
        return call.post(
                BOARD,
                "/classes/" + school + "/graduation",
                "{\"decision\": " + PAPER + ", \"outcomesJobId\": \"" + job + "\", \"effectiveOn\": \"2022-03-15\"}");
    }

    private byte[] sheet(List<List<String>> lines) {
        var rows = new ArrayList<List<?>>(lines);
        return sheets.write(NewSheet.of(
                "Kết quả",
                List.of(
                        SheetColumn.text("learnerId", "Mã học viên"),
                        SheetColumn.text("outcome", "Kết quả"),
                        SheetColumn.text("band", "Xếp loại")),
                rows));
    }

    private void grant(String classId, String item) {
        broker.tellTwice(
                "planning",
                "ClassSlotGranted",
                "plan-2020",
                "{\"planId\": \"plan-2020\", \"itemId\": \"" + item + "\", \"classId\": \"" + classId
                        + "\", \"venueId\": \"truong\", \"effectiveOn\": \"2020-09-08\"}");
    }

    private void confirmRoll(String classId, int enrolled, int version) {
        broker.tellTwice(
                "enrollment",
                "RollConfirmed",
                classId,
                "{\"classId\": \"" + classId + "\", \"rollVersion\": " + version + ", \"enrolledCount\": " + enrolled
                        + ", \"byOrg\": [], \"effectiveOn\": \"2020-09-15\"}");
    }

    private static String proposal(String code, String item, String venue) {
        return "{\"classCode\": \"" + code + "\", \"planItemId\": \"" + item + "\", \"venueId\": \"" + venue
                + "\", \"plannedStart\": \"2020-09-15\", \"plannedEnd\": \"2022-03-15\", \"effectiveOn\": \"2020-09-08\"}";
    }

    private static Map<String, String> key(String key) {
        return Map.of("Idempotency-Key", key);
    }

    private JsonNode read(String classId) {
        return call.get(OFFICER, "/classes/" + classId).body();
    }

    private void awaitClass(String classId, Predicate<JsonNode> wished) {
        await(() -> read(classId), wished);
    }

    private static <T> T await(Supplier<T> look, Predicate<T> wished) {
        return Awaitility.await().atMost(PATIENCE).until(look::get, wished::test);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult page(String path, String account) {
        var result = web.get().uri(java.net.URI.create(path)).with(as(account)).exchange();
        assertThat(result).as(path).hasStatusOk();
        return result;
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult form(
            String id, String step, String account, Map<String, String> values) {
        var request = web.post()
                .uri("/classes/" + id + "/" + step)
                .with(as(account))
                .with(csrf())
                .param("_form", "/classes/" + id)
                .param("_formId", step);
        values.forEach(request::param);
        return request.exchange();
    }

    /** Takes a step that the class's page, or its decision page, offers to that person. */
    private int step(String id, String step, String account, Map<String, String> values) {
        var page = account.equals(BOARD) ? "/decisions/" : "/classes/";
        assertThat(text(page(page + id, account))).contains("action=\"/classes/" + id + "/" + step + "\"");
        return form(id, step, account, values).getResponse().getStatus();
    }

    private static String location(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        return String.valueOf(result.getResponse().getHeader("Location"));
    }

    private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RequestPostProcessor as(String account) {
        var dot = account.indexOf('.');
        var role = (dot < 0 ? account : account.substring(0, dot)).toUpperCase(Locale.ROOT);
        var organization = dot < 0 ? "truong" : account.substring(dot + 1);
        return oidcLogin()
                .idToken(token -> token.claim("sub", account)
                        .claim("preferred_username", account)
                        .claim("name", account)
                        .claim("roles", List.of(role))
                        .claim("organization", organization));
    }
}
