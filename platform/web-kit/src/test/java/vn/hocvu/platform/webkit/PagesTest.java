package vn.hocvu.platform.webkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hocvu.platform.webkit.sample.SampleService;

@SpringBootTest(classes = SampleService.class)
@AutoConfigureMockMvc
class PagesTest {
    @Autowired
    MockMvc mvc;

    static RequestPostProcessor planner() {
        return oidcLogin()
                .idToken(t -> t.subject("planning_officer")
                        .claim("name", "Nguyễn Thị Kế Hoạch")
                        .claim("roles", List.of("PLANNING_OFFICER"))
                        .claim("organization", "truong"));
    }

    static RequestPostProcessor plannerToken() {
        return jwt().jwt(j -> j.subject("planning_officer")
                .claim("roles", List.of("PLANNING_OFFICER"))
                .claim("organization", "truong"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/classes",
                "/classes?type=BOI_DUONG&sort=planned,desc&page=2",
                "/classes/new",
                "/classes/TC.2020.001",
                "/dashboard",
                "/account",
                "/tasks",
                "/notices",
                "/files/checked",
                "/files/running",
                "/files",
                "/help",
                "/accessibility",
                "/signed-out"
            })
    void everyPageRendersInBothLanguagesWithoutARawKey(String path) throws Exception {
        for (var language : List.of("vi", "en")) {
            var html = mvc.perform(get(path).param("lang", language).with(planner()))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);

            assertThat(html).contains("<html lang=\"" + language + "\"").contains("</html>");
            assertThat(html).doesNotContain("??").doesNotContain("th:").doesNotContain("${");
            assertThat(html).doesNotContain(" style=").doesNotContain("<style").doesNotContain("onclick");
        }
    }

    @Test
    void everyAnswerCarriesTheHeadersThatKeepABrowserSafe() throws Exception {
        mvc.perform(get("/classes").with(planner()))
                .andExpect(
                        header().string("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self'")))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                .andExpect(header().string(
                                "Content-Security-Policy", containsString("form-action 'self' http://localhost:9080")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().exists("X-Trace-Id"));
        mvc.perform(get("/classes").secure(true).with(planner()))
                .andExpect(header().string("Strict-Transport-Security", containsString("max-age")));
        mvc.perform(get("/api/v1/secret"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void whoeverIsNotSignedInIsSentToTheProvider() throws Exception {
        mvc.perform(get("/classes").accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrl("/oauth2/authorization/hocvu"));
        mvc.perform(get("/oauth2/authorization/hocvu"))
                .andExpect(header().string("Location", startsWith("http://localhost:9080/oauth2/authorize?")))
                .andExpect(header().string("Location", containsString("client_id=hocvu-class")))
                .andExpect(header().string("Location", containsString("code_challenge_method=S256")));
        mvc.perform(get("/classes").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Refresh", "true"));
    }

    @Test
    void theApiTakesNoSessionAndAnswersWithProblems() throws Exception {
        mvc.perform(get("/api/v1/secret"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("NotSignedIn"));
        mvc.perform(get("/api/v1/secret").with(plannerToken()))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:hocvu:problem:not-permitted"))
                .andExpect(jsonPath("$.values.neededRoles[0]").value("AUDITOR"))
                .andExpect(jsonPath("$.traceId").isNotEmpty());
    }

    @Test
    void aPageOfAnotherRoleIsRefusedInWords() throws Exception {
        mvc.perform(get("/secret").with(planner()))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Kiểm tra, kiểm toán")));
        mvc.perform(get("/classes").with(planner()))
                .andExpect(content().string(not(containsString("Nhật ký kiểm tra"))));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        mvc.perform(post("/classes").with(planner())).andExpect(status().isForbidden());
        mvc.perform(get("/classes/new").with(planner()))
                .andExpect(content().string(containsString("name=\"_csrf\"")))
                .andExpect(content().string(containsString("name=\"_key\"")))
                .andExpect(content().string(containsString("<meta name=\"csrf\"")));
    }

    @Test
    void aRefusalNamesItsRuleAndValues() throws Exception {
        mvc.perform(post("/api/v1/classes")
                        .with(plannerToken())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"planned\": 13}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("LampBroken"))
                .andExpect(jsonPath("$.title").value("Lamp broken"))
                .andExpect(jsonPath("$.detail").value("Phòng học có 1.234 bóng đèn hỏng; hãy sửa trước khi mở lớp."));
        mvc.perform(post("/api/v1/classes")
                        .with(plannerToken())
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"planned\": 13}"))
                .andExpect(jsonPath("$.detail")
                        .value("The room has 1,234 broken lamps; have them mended before the class opens."));
    }

    @Test
    void aFaultSaysNothingOfItself() throws Exception {
        mvc.perform(get("/api/v1/broken").with(plannerToken()))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(not(containsString("jdbc"))))
                .andExpect(jsonPath("$.traceId").isNotEmpty());
        mvc.perform(get("/broken").with(planner()))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(not(containsString("jdbc"))))
                .andExpect(content().string(containsString("Mã tham chiếu")));
        mvc.perform(get("/nowhere").with(planner())).andExpect(status().isNotFound());
        mvc.perform(post("/api/v1/classes")
                        .with(plannerToken())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"planned\": \"x\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("planned"));
    }

    @Test
    void theSameKeyGivesTheSameCommandIdAndTheVersionTravelsAsETag() throws Exception {
        var first = add("one");
        var second = add("one");
        var other = add("two");

        assertThat(first).isEqualTo(second).isNotEqualTo(other);
    }

    private String add(String key) throws Exception {
        return mvc.perform(post("/api/v1/classes")
                        .with(plannerToken())
                        .header("Idempotency-Key", key)
                        .header("If-Match", "\"6\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"planned\": 80}"))
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"7\""))
                .andExpect(jsonPath("$.version").value(6))
                .andExpect(jsonPath("$.actor").value("planning_officer"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aRefusedFormIsShownAgainThroughItsOwnPage() throws Exception {
        mvc.perform(post("/classes")
                        .with(planner())
                        .with(csrf())
                        .param("_form", "/classes/new")
                        .param("planned", "600"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(forwardedUrl("/classes/new"));
        mvc.perform(post("/classes").with(planner()).with(csrf()).param("_form", "//evil.example/"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void anActThatCannotBeUndoneIsAskedOnceWithItsConsequences() throws Exception {
        var cancellation = post("/classes/TC.2020.001/cancellation")
                .with(planner())
                .with(csrf())
                .param("reason", "ít học viên");

        mvc.perform(cancellation)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("81 học viên được trả chỗ")))
                .andExpect(content().string(containsString("value=\"ít học viên\"")));
        mvc.perform(post("/classes/TC.2020.001/cancellation")
                        .with(planner())
                        .with(csrf())
                        .param("reason", "ít học viên")
                        .param("_confirmed", "true"))
                .andExpect(redirectedUrl("/classes/TC.2020.001"));
    }

    @Test
    void languageAndThemeAreKeptInCookies() throws Exception {
        mvc.perform(get("/classes").param("lang", "en").param("theme", "dark").with(planner()))
                .andExpect(content().string(containsString("Classes of 2020")))
                .andExpect(content().string(containsString("data-bs-theme=\"dark\"")))
                .andExpect(header().stringValues(
                                "Set-Cookie", org.hamcrest.Matchers.hasItem(startsWith("HOCVU_LANGUAGE=en"))))
                .andExpect(header().stringValues(
                                "Set-Cookie", org.hamcrest.Matchers.hasItem(startsWith("HOCVU_THEME=dark"))));
        mvc.perform(get("/classes").param("lang", "fr").with(planner()))
                .andExpect(content().string(containsString("Lớp học năm 2020")));
    }

    @Test
    void listsAreSortedFilteredAndPagedByTheAddressOnly() throws Exception {
        mvc.perform(get("/classes?state=OPENED&sort=planned,desc").with(planner()))
                .andExpect(content().string(containsString("aria-sort=\"descending\"")))
                .andExpect(content().string(containsString("22 dòng khớp bộ lọc")));
        mvc.perform(get("/classes?page=2").with(planner()))
                .andExpect(content().string(containsString("26–50 trong 137 dòng")));
        mvc.perform(get("/classes?sort=password").with(planner())).andExpect(status().isBadRequest());
        mvc.perform(get("/classes?size=5000").with(planner())).andExpect(status().isBadRequest());
    }

    @Test
    void assetsAreAddressedByTheirContentAndKept() throws Exception {
        var html = mvc.perform(get("/classes").with(planner()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var matcher = java.util.regex.Pattern.compile("/assets/kit-[0-9a-f]{32}\\.css")
                .matcher(html);
        assertThat(matcher.find()).isTrue();

        mvc.perform(get(matcher.group()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("max-age=31536000")));
    }

    @Test
    void aBodyOverOneMegabyteIsRefused() throws Exception {
        mvc.perform(post("/api/v1/classes")
                        .with(plannerToken())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"planned\":" + " ".repeat(1_000_001) + "1}"))
                .andExpect(status().is(413))
                .andExpect(jsonPath("$.code").value("TooLarge"))
                .andExpect(jsonPath("$.detail").value(containsString("1 MB")));
    }

    @Test
    void operationsAreForTheirRoleOnly() throws Exception {
        mvc.perform(get("/operations").with(planner())).andExpect(status().isForbidden());
        mvc.perform(get("/operations")
                        .with(oidcLogin().idToken(t -> t.subject("sys_admin").claim("roles", List.of("SYS_ADMIN")))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("12.345")));
    }

    @Test
    void anImportShowsItsMistakesAndAsksBeforeItWrites() throws Exception {
        mvc.perform(get("/files/checked").with(planner()))
                .andExpect(content().string(containsString("1.238 dòng hợp lệ sẽ được ghi; 2 dòng lỗi bị bỏ qua")))
                .andExpect(content().string(containsString("Ngày sinh: Hãy nhập ngày theo dạng 31/12/2020")))
                .andExpect(content().string(containsString("Nguyễn Văn &lt;b&gt;An&lt;/b&gt;")));
        mvc.perform(get("/files/running").with(planner()))
                .andExpect(content().string(containsString("hx-trigger=\"every 1s\"")))
                .andExpect(content().string(containsString("310 / 1.240")));
        mvc.perform(get("/files/others").with(planner())).andExpect(status().isNotFound());
        mvc.perform(post("/files/checked/confirmation").with(planner()).with(csrf()))
                .andExpect(redirectedUrl("/files/checked"));
        mvc.perform(get("/files/checked/result").with(planner()))
                .andExpect(header().string("Content-Disposition", startsWith("attachment")));
    }
}
