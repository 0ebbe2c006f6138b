package vn.hocvu.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hocvu.platform.testkit.Servers;

/** What people see and send, page by page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesTest extends OnRealServers {
    private static final Recruiting CLASS = Recruiting.at("ba-vi", 3);
    private static final Recruiting OTHER = Recruiting.at("thanh-oai", 3);
    private static final Map<String, String> HOA = Map.of(
            "fullName", "Lê Thị Hòa",
            "birthDate", "31/12/1985",
            "sex", "FEMALE",
            "identityNumber", "081085000001",
            "nominatingOrgId", "ba-vi",
            "waitIfFull", "true");

    @LocalServerPort
    private int port;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private Broker broker;
    private Caller call;
    private String hoa = "";

    @BeforeAll
    void recruit() {
        broker = new Broker(Servers.kafka());
        call = new Caller(port);
        for (var one : List.of(CLASS, OTHER)) {
            broker.tell("class", "RecruitingStarted", one.classId(), one.started());
            call.await("admissions_officer", one.path(), seen -> true);
        }
    }

    @AfterAll
    void disconnect() {
        broker.close();
    }

    @Test
    @Order(1)
    void aCentreSeesItsOwnIntakes() throws Exception {
        shows(centre("ba-vi"), "/intakes", CLASS.code(), "Ba Vì");
        mvc.perform(get("/intakes").with(centre("ba-vi")))
                .andExpect(content().string(not(containsString(OTHER.code()))));
        mvc.perform(get("/intakes/" + OTHER.classId()).with(centre("ba-vi"))).andExpect(status().isNotFound());
        shows(officer(), "/intakes?q=" + CLASS.code().toLowerCase(java.util.Locale.ROOT), CLASS.code());
        shows(officer(), "/intakes?phase=OPEN&sort=deadline,desc", CLASS.code(), OTHER.code());
    }

    @Test
    @Order(2)
    void aFormWithMistakesKeepsWhatWasTyped() throws Exception {
        shows(centre("ba-vi"), "/intakes/" + CLASS.classId() + "/enrollments/new", "Ghi danh", "Cơ quan cử đi");
        send(
                        centre("ba-vi"),
                        "/intakes/" + CLASS.classId() + "/enrollments",
                        Map.of(
                                "_form", "/intakes/" + CLASS.classId() + "/enrollments/new",
                                "fullName", "Lê Thị Hòa",
                                "identityNumber", "77"))
                .andExpect(status().is(422))
                .andExpect(forwardedUrl("/intakes/" + CLASS.classId() + "/enrollments/new"));
    }

    @Test
    @Order(3)
    void aCentreEnrolsByItsForm() throws Exception {
        send(centre("ba-vi"), "/intakes/" + CLASS.classId() + "/enrollments", with(HOA))
                .andExpect(redirectedUrl("/intakes/" + CLASS.classId()));
        for (var person : List.of("Lê Thị Hỏa/081085000002", "Lê Thị Hoa/081085000003")) {
            var parts = person.split("/");
            send(
                            officer(),
                            "/intakes/" + CLASS.classId() + "/enrollments",
                            with(HOA, "fullName", parts[0], "identityNumber", parts[1]))
                    .andExpect(redirectedUrl("/intakes/" + CLASS.classId()));
        }

        var html = shows(centre("ba-vi"), "/intakes/" + CLASS.classId(), "Lê Thị Hoa", "3 đã ghi danh");
        assertThat(html.indexOf(">Lê Thị Hoa<")).isLessThan(html.indexOf(">Lê Thị Hòa<"));
        assertThat(html.indexOf(">Lê Thị Hòa<")).isLessThan(html.indexOf(">Lê Thị Hỏa<"));
        var roll = call.get("admissions_officer", CLASS.path() + "/roll").body();
        hoa = roll.get("learners").get(0).get("learnerId").asString();
        assertThat(jdbc.sql(
                                "select count(*) from vault_view where viewer = 'center_admin.ba-vi' and ? = any(learner_ids)")
                        .param(hoa)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    @Order(4)
    void namesAreShownToTheEntitledOnly() throws Exception {
        var page = "/intakes/" + CLASS.classId();
        mvc.perform(get(page).with(person("auditor", "truong", "AUDITOR")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Lê Thị"))));
        shows(district("ba-vi"), page, "Lê Thị Hòa");
        mvc.perform(get(page).with(district("thanh-oai"))).andExpect(status().isNotFound());
        mvc.perform(get(page).with(person("leadership_viewer", "thanh-uy", "LEADERSHIP_VIEWER")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/learners/" + hoa).with(district("thanh-oai"))).andExpect(status().isNotFound());
        mvc.perform(get("/learners").param("q", "hoa").with(district("thanh-oai")))
                .andExpect(content().string(not(containsString("Lê Thị Hòa"))));
    }

    @Test
    @Order(5)
    void learnersAreFoundByNameWithoutDiacritics() throws Exception {
        shows(officer(), "/learners?q=le thi hoa", "Lê Thị Hòa", "Lê Thị Hỏa");
        shows(officer(), "/learners/" + hoa, "Lê Thị Hòa", "081085000001", CLASS.code());
        shows(officer(), "/learners?q=le thi hoa&active=true", "Lê Thị Hòa");
        shows(centre("ba-vi"), "/learners?q=le thi hoa", "Lê Thị Hòa");
        shows(centre("ba-vi"), "/learners?size=100", "Ba Vì");
        mvc.perform(get("/learners").with(centre("me-linh")))
                .andExpect(content().string(not(containsString("/learners/0"))));
    }

    @Test
    @Order(6)
    void aRollIsImportedPageByPage() throws Exception {
        var form = "/intakes/" + OTHER.classId() + "/roll-imports/new";
        shows(officer(), form, ".xlsx", "20.000");
        var file = new MockMultipartFile(
                "file",
                "roll.xlsx",
                "application/octet-stream",
                Sheet.of(List.of(
                        Sheet.person("Đỗ Văn Dung", "091085000001", "Thanh Oai"),
                        Sheet.person("Đặng Văn Bình", "9", "Thanh Oai"))));
        var upload = multipart("/intakes/" + OTHER.classId() + "/roll-imports")
                .file(file)
                .with(officer())
                .with(csrf());
        Papers.FORM.forEach(upload::param);
        var location = Objects.requireNonNull(mvc.perform(upload)
                .andExpect(header().string("Location", startsWith("/imports/")))
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        call.await(
                "admissions_officer",
                location,
                job -> job.get("state").asString().equals("DONE"));

        shows(officer(), location, "Đỗ Văn Dung", "12 hoặc 9 chữ số", "1 dòng hợp lệ");
        send(officer(), location + "/confirmation", Map.of()).andExpect(redirectedUrl(location));
        call.await(
                "admissions_officer",
                location,
                job -> job.get("phase").asString().equals("APPLY")
                        && job.get("state").asString().equals("DONE"));
        shows(officer(), location, "Ghi vào danh sách lớp");
        call.await(
                "admissions_officer", OTHER.path(), seen -> seen.get("enrolled").asInt() == 1);
        mvc.perform(get(location).with(centre("thanh-oai"))).andExpect(status().isNotFound());
        mvc.perform(get(location + "/result").with(officer())).andExpect(status().isOk());
        mvc.perform(get("/intakes/roll-template").with(officer())).andExpect(status().isOk());
    }

    @Test
    @Order(7)
    void somebodyLeavesByTheForm() throws Exception {
        var form = "/intakes/" + CLASS.classId() + "/learners/" + hoa + "/leaving";
        shows(officer(), form, "Lê Thị Hòa", "Thôi học", OTHER.code());
        mvc.perform(get(form).with(centre("ba-vi"))).andExpect(status().isForbidden());
        send(officer(), form, with(Map.of("_form", form, "way", "DEFER"))).andExpect(status().is(422));
        send(officer(), form, with(Map.of("_version", "0", "way", "WITHDRAW", "reasonCode", "HEALTH")))
                .andExpect(status().is(412));
        send(officer(), form, with(Map.of("way", "WITHDRAW", "reasonCode", "OTHER")))
                .andExpect(status().is(400));
        send(officer(), form, with(Map.of("way", "WITHDRAW", "reasonCode", "HEALTH")))
                .andExpect(redirectedUrl("/intakes/" + CLASS.classId()));
        shows(officer(), "/roll-changes?kind=LearnerWithdrawn", "Lê Thị Hòa", "Sức khỏe", "12/BB-REF");
        shows(centre("ba-vi"), "/roll-changes", "Lê Thị Hòa");
        mvc.perform(get("/roll-changes").with(centre("thanh-oai")))
                .andExpect(content().string(not(containsString("Lê Thị Hòa"))));
    }

    @Test
    @Order(8)
    void theRollIsConfirmedAfterAQuestion() throws Exception {
        var path = "/intakes/" + CLASS.classId() + "/roll-confirmation";
        send(centre("ba-vi"), path, with(Map.of()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("không ai vào hoặc ra")));
        send(centre("ba-vi"), path, with(Map.of("_confirmed", "true")))
                .andExpect(redirectedUrl("/intakes/" + CLASS.classId()));
        shows(centre("ba-vi"), "/intakes/" + CLASS.classId(), "Đã chốt danh sách", "Chốt danh sách: 2 học viên");
        send(officer(), "/intakes/" + CLASS.classId() + "/enrollments", with(HOA))
                .andExpect(status().is(409));
    }

    @ParameterizedTest
    @Order(9)
    @ValueSource(
            strings = {
                "/intakes",
                "/intakes/CLASS",
                "/intakes/CLASS/enrollments/new",
                "/intakes/CLASS/roll-imports/new",
                "/intakes/CLASS/learners/LEARNER/leaving",
                "/roll-changes",
                "/learners",
                "/learners/LEARNER",
                "/tasks",
                "/files"
            })
    void everyPageSpeaksBothLanguages(String pattern) throws Exception {
        var path = pattern.replace("CLASS", CLASS.classId()).replace("LEARNER", hoa);
        for (var language : List.of("vi", "en")) {
            var html = mvc.perform(get(path).param("lang", language).with(officer()))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(html).contains("<html lang=\"" + language + "\"").contains("</html>");
            assertThat(html).doesNotContain("??").doesNotContain("th:").doesNotContain("${");
            assertThat(html).doesNotContain(" style=").doesNotContain("onclick");
        }
    }

    @ParameterizedTest
    @Order(10)
    @ValueSource(strings = {"enrollments", "roll-confirmation", "roll-imports"})
    void whoeverOnlyReadsCannotWrite(String act) throws Exception {
        var path = "/intakes/" + CLASS.classId() + "/" + act;
        send(person("planning_officer", "truong", "PLANNING_OFFICER"), path, with(HOA))
                .andExpect(status().isForbidden());
        mvc.perform(post(path).with(officer())).andExpect(status().isForbidden());
    }

    private ResultActions send(RequestPostProcessor who, String path, Map<String, String> fields) throws Exception {
        var request = post(path).with(who).with(csrf());
        fields.forEach(request::param);
        return mvc.perform(request);
    }

    private String shows(RequestPostProcessor who, String path, String... texts) throws Exception {
        var html = mvc.perform(get(path).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).contains("</html>").doesNotContain("??");
        for (var text : texts) {
            assertThat(html).contains(text);
        }
        return html;
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        var all = new HashMap<>(Papers.FORM);
        all.putAll(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static RequestPostProcessor officer() {
        return person("admissions_officer", "truong", "ADMISSIONS_OFFICER");
    }

    private static RequestPostProcessor centre(String organization) {
        return person("center_admin." + organization, organization, "CENTER_ADMIN");
    }

    private static RequestPostProcessor district(String organization) {
        return person("district_committee." + organization, organization, "DISTRICT_COMMITTEE");
    }

    private static RequestPostProcessor person(String account, String organization, String role) {
        return oidcLogin()
                .idToken(t -> t.subject(account)
                        .claim("name", account)
                        .claim("roles", List.of(role))
                        .claim("organization", organization));
    }
}
