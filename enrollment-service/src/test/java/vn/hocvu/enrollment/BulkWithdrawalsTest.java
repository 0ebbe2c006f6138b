package vn.hocvu.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hocvu.platform.testkit.Servers;

/** Several learners leave one class under one reason and document: five have seats, three wait. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BulkWithdrawalsTest extends OnRealServers {
    private static final Recruiting CLASS = Recruiting.at("soc-son", 5);
    private static final String PAGE = "/intakes/" + CLASS.classId();
    private static final String ACT = PAGE + "/withdrawals";
    private static final List<String> PEOPLE =
            List.of("Bùi An", "Bùi Bình", "Bùi Chi", "Bùi Dung", "Bùi Em", "Bùi Giang", "Bùi Hoa", "Bùi Yến");

    @LocalServerPort
    private int port;

    @Autowired
    private MockMvc mvc;

    private Broker broker;
    private Caller call;
    private List<String> left = List.of();

    @BeforeAll
    void recruit() {
        broker = new Broker(Servers.kafka());
        call = new Caller(port);
        broker.tell("class", "RecruitingStarted", CLASS.classId(), CLASS.started());
        call.await("admissions_officer", CLASS.path(), seen -> true);
    }

    @AfterAll
    void disconnect() {
        broker.close();
    }

    @Test
    @Order(1)
    void onlyTheOfficerHasCheckBoxesAndTheRightToUseThem() throws Exception {
        for (int i = 0; i < PEOPLE.size(); i++) {
            var person = new HashMap<>(Papers.FORM);
            person.putAll(Map.of(
                    "fullName", PEOPLE.get(i),
                    "birthDate", "31/12/1985",
                    "sex", "FEMALE",
                    "identityNumber", "03108599000" + i,
                    "nominatingOrgId", "soc-son",
                    "waitIfFull", "true"));
            mvc.perform(form(officer(), PAGE + "/enrollments", person)).andExpect(status().is3xxRedirection());
        }

        var page = page(officer());
        assertThat(page).contains("Thôi học, bỏ chờ nhiều người", "Chọn cả 8 dòng", "Chọn Bùi An", "Chọn Bùi Yến");
        assertThat(page(centre())).contains("Bùi An").doesNotContain("name=\"row\"", "bỏ chờ nhiều người");
        mvc.perform(form(centre(), ACT, fields(List.of(tick(page, "Bùi An"))))).andExpect(status().isForbidden());
        mvc.perform(post(ACT).with(officer())).andExpect(status().isForbidden());
    }

    @Test
    @Order(2)
    void mistakesLeadBackToTheRoll() throws Exception {
        mvc.perform(form(officer(), ACT, fields(List.of())))
                .andExpect(status().is(422))
                .andExpect(forwardedUrl(PAGE));
        var row = tick(page(officer()), "Bùi An");
        mvc.perform(form(officer(), ACT, fields(List.of(row), "reasonCode", "OTHER")))
                .andExpect(status().is(422));
        mvc.perform(form(officer(), ACT, fields(List.of(row), "documentNumber", "")))
                .andExpect(status().is(422));
        mvc.perform(form(officer(), ACT, fields(List.of(row), "reasonText", "x".repeat(1_001))))
                .andExpect(status().is(422));
        mvc.perform(form(officer(), ACT, fields(List.of("unknown~1")))).andExpect(status().isNotFound());
    }

    @Test
    @Order(3)
    void whoWaitsGoesFirstAndTheSeatsGoToThoseWhoStay() throws Exception {
        var page = page(officer());
        left = List.of(tick(page, "Bùi An"), tick(page, "Bùi Bình"), tick(page, "Bùi Giang"));

        var question = said(form(officer(), ACT, fields(left)));
        assertThat(question)
                .contains("Ghi nhận 3 học viên thôi học, bỏ chờ?", "trả chỗ số 1", "Bỏ chờ, đang thứ 1", "Việc riêng")
                .doesNotContain("Bùi Chi");
        assertThat(enrolled()).as("nothing has happened").isEqualTo(5);

        var result = said(form(officer(), ACT, fields(left, "_confirmed", "true", "_key", "batch-1")));
        assertThat(result).contains("Đã thực hiện 3 trên 3 dòng").doesNotContain("Chưa thực hiện được");
        var after = page(officer());
        assertThat(after).contains("Chọn Bùi Hoa", "Chọn Bùi Yến").doesNotContain("Chọn Bùi An", "Chọn Bùi Giang");
        assertThat(enrolled()).as("two left, two moved up").isEqualTo(5);
    }

    @Test
    @Order(4)
    void theSameBatchAgainChangesNothingAndTellsTheSame() throws Exception {
        var version = intakeVersion();

        var result = said(form(officer(), ACT, fields(left, "_confirmed", "true", "_key", "batch-1")));

        assertThat(result).contains("Đã thực hiện 3 trên 3 dòng");
        assertThat(intakeVersion()).isEqualTo(version);
    }

    @Test
    @Order(5)
    void aRowThatHasChangedIsRefusedAndTheOthersAreNot() throws Exception {
        var page = page(officer());
        var gone = tick(page, "Bùi Chi");
        var stays = tick(page, "Bùi Dung");
        said(form(officer(), ACT, fields(List.of(gone), "_confirmed", "true", "_key", "batch-2")));

        var result = said(form(officer(), ACT, fields(List.of(gone, stays), "_confirmed", "true", "_key", "batch-3")));

        assertThat(result).contains("Đã thực hiện 1 trên 2 dòng", "Quay lại với 1 dòng", "value=\"" + gone + "\"");
        assertThat(result).doesNotContain("value=\"" + stays + "\"");
    }

    @Test
    @Order(6)
    void whateverTheRuleRefusesStaysOnTheRoll() throws Exception {
        var row = tick(page(officer()), "Bùi Em");

        var result = said(form(
                officer(),
                ACT,
                fields(List.of(row), "effectiveOn", "01/01/2020", "_confirmed", "true", "_key", "batch-4")));

        assertThat(result).contains("Đã thực hiện 0 trên 1 dòng", "value=\"" + row + "\"");
        assertThat(page(officer())).contains("Chọn Bùi Em");
    }

    @Test
    @Order(7)
    void everybodyCanBeChosenAtOnce() throws Exception {
        var question = said(form(officer(), ACT, fields(List.of(), "allRows", "true")));

        assertThat(question).contains("Ghi nhận 3 học viên", "Bùi Em", "Bùi Hoa", "Bùi Yến");
        assertThat(page(officer(), "en")).contains("Withdraw several learners").doesNotContain("??");
    }

    private int enrolled() {
        return call.get("admissions_officer", CLASS.path())
                .body()
                .get("enrolled")
                .asInt();
    }

    private long intakeVersion() {
        return call.get("admissions_officer", CLASS.path())
                .body()
                .get("version")
                .asLong();
    }

    /** The value of the check-box beside a name. */
    private static String tick(String page, String name) {
        var box = Pattern.compile("value=\"([^\"]+)\"[^>]*aria-label=\"Chọn " + name + "\"")
                .matcher(page);
        assertThat(box.find()).as(name).isTrue();
        return box.group(1);
    }

    private static Map<String, Object> fields(List<String> rows, String... more) {
        var all = new HashMap<String, Object>(Papers.FORM);
        all.put("_form", PAGE);
        all.put("_formId", "bulk");
        all.put("reasonCode", "PERSONAL");
        all.put("row", rows);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static MockHttpServletRequestBuilder form(RequestPostProcessor who, String path, Map<String, ?> fields) {
        var request = post(path).with(who).with(csrf());
        fields.forEach((name, value) -> {
            var values = new ArrayList<String>();
            if (value instanceof List<?> several) {
                several.forEach(one -> values.add(one.toString()));
            } else {
                values.add(value.toString());
            }
            request.param(name, values.toArray(String[]::new));
        });
        return request;
    }

    private String said(RequestBuilder request) throws Exception {
        return body(mvc.perform(request).andExpect(status().isOk()));
    }

    private String page(RequestPostProcessor who) throws Exception {
        return page(who, "vi");
    }

    private String page(RequestPostProcessor who, String language) throws Exception {
        return body(mvc.perform(get(PAGE).param("lang", language).with(who)).andExpect(status().isOk()));
    }

    private static String body(ResultActions answer) throws Exception {
        var html = answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).contains("</html>").doesNotContain("??", "th:", "${");
        return html;
    }

    private static RequestPostProcessor officer() {
        return person("admissions_officer", "truong", "ADMISSIONS_OFFICER");
    }

    private static RequestPostProcessor centre() {
        return person("center_admin.soc-son", "soc-son", "CENTER_ADMIN");
    }

    private static RequestPostProcessor person(String account, String organization, String role) {
        return oidcLogin()
                .idToken(t -> t.subject(account).claim("roles", List.of(role)).claim("organization", organization));
    }
}
