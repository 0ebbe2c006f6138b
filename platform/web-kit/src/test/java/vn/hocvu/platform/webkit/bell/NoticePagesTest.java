package vn.hocvu.platform.webkit.bell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hocvu.platform.webkit.TaskSource.Notice;
import vn.hocvu.platform.webkit.live.SseHub;
import vn.hocvu.platform.webkit.sample.SampleNotices;
import vn.hocvu.platform.webkit.sample.SampleService;

/** Each test has a person of its own, because notices stay. */
@SpringBootTest(classes = SampleService.class)
@AutoConfigureMockMvc
class NoticePagesTest {
    private static final String CLASS = "/classes/TC.2020.001";

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleNotices notices;

    @Autowired
    LiveBells bells;

    @Autowired
    SseHub hub;

    private static RequestPostProcessor as(String person) {
        return oidcLogin()
                .idToken(t -> t.subject(person)
                        .claim("roles", List.of("PLANNING_OFFICER"))
                        .claim("organization", "truong"));
    }

    private void told(String person, String text, String link) {
        notices.tell(person, new Notice(text, link, "2020-05-04T02:10:00Z"));
    }

    @Test
    void aNoticeLeadsToItsObjectAndIsReadThere() throws Exception {
        told("an", "Lớp đã khai giảng", CLASS);

        mvc.perform(get("/classes").with(as("an")))
                .andExpect(content().string(containsString("Việc cần làm: 1. Thông báo chưa đọc: 1.")))
                .andExpect(content().string(containsString("data-bell=\"/notices/stream\"")))
                .andExpect(content().string(containsString("role=\"status\" aria-live=\"polite\"")));
        mvc.perform(get("/notices").with(as("an")))
                .andExpect(content().string(containsString("href=\"" + CLASS + "\">Lớp đã khai giảng</a>")))
                .andExpect(content().string(containsString("Chưa đọc</span>")))
                .andExpect(content().string(containsString("Đánh dấu đã đọc tất cả")));
        mvc.perform(get(CLASS).param("lang", "en").with(as("an")))
                .andExpect(content().string(containsString("To do: 1. Unread notices: 0.")));
        mvc.perform(get("/notices").with(as("an")))
                .andExpect(content().string(containsString("Đã đọc</span>")))
                .andExpect(content().string(not(containsString("Đánh dấu đã đọc tất cả"))));
    }

    @Test
    void everythingIsReadAtOnceByOnesOwnForm() throws Exception {
        told("binh", "Lớp đã khai giảng", CLASS);
        told("chi", "Lớp đã khai giảng", CLASS);

        mvc.perform(post("/notices/read").with(as("binh"))).andExpect(status().isForbidden());
        mvc.perform(post("/notices/read").with(as("binh")).with(csrf())).andExpect(redirectedUrl("/notices"));

        mvc.perform(get("/classes").with(as("binh")))
                .andExpect(content().string(containsString("Thông báo chưa đọc: 0.")));
        mvc.perform(get("/classes").with(as("chi")))
                .andExpect(content().string(containsString("Thông báo chưa đọc: 1.")));
    }

    @Test
    void anOpenPageHearsOfEveryChangeThatConcernsItsPerson() throws Exception {
        var dung = listen("dung", new MockHttpSession());
        var em = listen("em", new MockHttpSession());
        hears(dung, "\"count\":1");
        hears(em, "\"count\":1");

        told("dung", "Lớp đã khai giảng", CLASS);
        bells.changed();
        hears(dung, "{\"count\":2,\"words\":\"Việc cần làm: 1. Thông báo chưa đọc: 1.\",\"href\":\"/tasks\"}");
        told("dung", "Lớp đã bế giảng", "/classes/TC.2020.002");
        bells.changed();
        hears(dung, "\"count\":3");

        assertThat(rings(em)).as("of others").isEqualTo(1);
        assertThat(rings(dung)).isEqualTo(3);
    }

    @Test
    void theStreamEndsWithTheSession() throws Exception {
        var session = new MockHttpSession();
        hears(listen("giang", session), "\"count\":1");
        var before = hub.viewers();

        session.invalidate();
        told("giang", "Lớp đã khai giảng", CLASS);
        bells.changed();

        await().atMost(Duration.ofSeconds(10)).until(() -> hub.viewers() < before);
    }

    @Test
    void aPageLeftGivesItsStreamToTheNext() throws Exception {
        var session = new MockHttpSession();
        hears(listen("hoa", session), "\"count\":1");
        var before = hub.viewers();

        hears(listen("hoa", session), "\"count\":1");

        assertThat(hub.viewers()).isEqualTo(before);
    }

    @Test
    void whoeverIsNotSignedInHearsNothing() throws Exception {
        mvc.perform(get("/notices/stream").accept("text/event-stream")).andExpect(status().isUnauthorized());
    }

    private MvcResult listen(String person, MockHttpSession session) throws Exception {
        return mvc.perform(get("/notices/stream").session(session).with(as(person)))
                .andExpect(status().isOk())
                .andExpect(request().asyncStarted())
                .andReturn();
    }

    private static void hears(MvcResult stream, String text) {
        await().atMost(Duration.ofSeconds(10)).until(() -> said(stream).contains(text));
    }

    private static int rings(MvcResult stream) throws Exception {
        return said(stream).split("event:ring", -1).length - 1;
    }

    private static String said(MvcResult stream) throws Exception {
        return stream.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
