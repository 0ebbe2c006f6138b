package vn.hocvu.platform.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.webkit.sample.SamplePages;
import vn.hocvu.platform.webkit.sample.SampleService;

/** Several rows of a list under one act, as a browser without scripts does it. */
@SpringBootTest(
        classes = {SampleService.class, FormAgainTest.Door.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "management.server.port=-1")
class BulkPagesTest {
    private static final String ACT = "/classes/cancellations";
    private static final Map.Entry<String, String> FIRST = Map.entry("row", "TC.2020.001~61");
    private static final Map.Entry<String, String> SECOND = Map.entry("row", "TC.2020.002~62");
    private static final Map.Entry<String, String> CONFIRMED = Map.entry("_confirmed", "true");

    @LocalServerPort
    int port;

    @Autowired
    SamplePages pages;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    @BeforeEach
    void signIn() throws Exception {
        pages.orders().clear();
        get("/door");
        token = hidden(get("/classes").body(), "_csrf").getFirst();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends the list's form with these fields. */
    @SafeVarargs
    private HttpResponse<String> send(Map.Entry<String, String>... fields) throws Exception {
        var form = new ArrayList<>(List.of(fields));
        form.add(Map.entry("_csrf", token));
        form.add(Map.entry("_form", "/classes"));
        form.add(Map.entry("_formId", "bulk"));
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + ACT))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.stream()
                                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Map.Entry<String, String> because(String reason) {
        return Map.entry("reason", reason);
    }

    private static Map.Entry<String, String> key(String key) {
        return Map.entry("_key", key);
    }

    private static List<String> hidden(String html, String name) {
        return Pattern.compile("type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> ticked(String html) {
        return Pattern.compile("name=\"row\" value=\"([^\"]*)\"[^>]*checked")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void rowsThatCanBeChosenHaveACheckBoxOfTheForm() throws Exception {
        var list = get("/classes").body();

        assertThat(list).contains("value=\"TC.2020.001~61\" form=\"bulk\" aria-label=\"Chọn TC.2020.001\"");
        assertThat(list).as("opened").doesNotContain("value=\"TC.2020.006");
        assertThat(list).contains("Chọn cả 115 dòng khớp bộ lọc");
        assertThat(ticked(list)).isEmpty();
        assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(list).results().map(id -> id.group(1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aMistakeKeepsWhatWasChosenAndTyped() throws Exception {
        var none = send(because("ít học viên"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Hãy chọn ít nhất một dòng.", "value=\"ít học viên\"", "id=\"bulk-row\"");

        var unsaid = send(FIRST, SECOND);
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(ticked(unsaid.body())).containsExactly("TC.2020.001~61", "TC.2020.002~62");

        assertThat(send(Map.entry("row", "TC.2020.001"), because("x")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void everyRowIsShownOnceMoreBeforeAnythingHappens() throws Exception {
        var question = send(FIRST, SECOND, because("ít học viên"), key("k1"));

        assertThat(question.body()).contains("Hủy 2 lớp?", "TC.2020.001", "TC.2020.002", "thanh-oai", "81 học viên");
        assertThat(hidden(question.body(), "row")).containsExactly("TC.2020.001~61", "TC.2020.002~62");
        assertThat(pages.orders()).isEmpty();
    }

    @Test
    void everythingThatMatchesIsNamedRowByRow() throws Exception {
        var question =
                send(Map.entry("allRows", "true"), FIRST, Map.entry("type", "BOI_DUONG"), because("x"), key("k2"));

        assertThat(question.body()).contains("Hủy 23 lớp?");
        assertThat(hidden(question.body(), "row")).hasSize(23).allMatch(row -> row.startsWith("BD.2020."));
        assertThat(hidden(question.body(), "allRows"))
                .as("nothing may join them")
                .isEmpty();
    }

    @Test
    void eachRowHasAnOrderAndAnOutcomeOfItsOwnAndWhatFailedStaysChosen() throws Exception {
        var result = send(FIRST, SECOND, because("002"), key("k3"), CONFIRMED);

        assertThat(result.body()).contains("Đã thực hiện 1 trên 2 dòng", "có 7 bóng đèn hỏng", "Chưa thực hiện được");
        assertThat(hidden(result.body(), "row")).containsExactly("TC.2020.002~62");
        var list = send(Map.entry("_edit", "true"), SECOND, because("002"));
        assertThat(ticked(list.body())).containsExactly("TC.2020.002~62");
        assertThat(list.body()).contains("value=\"002\"");
        assertThat(hidden(list.body(), "_key")).as("another batch").doesNotContain("k3");
    }

    @Test
    void theSameBatchGivesTheSameOrdersAndAChangedRowIsBoundToWhatWasSeen() throws Exception {
        send(FIRST, Map.entry("row", "TC.2020.002~60"), because("x"), key("k4"), CONFIRMED);
        send(FIRST, Map.entry("row", "TC.2020.002~60"), because("x"), key("k4"), CONFIRMED);
        send(FIRST, because("x"), key("k5"), CONFIRMED);

        var ids = pages.orders().stream().map(Order::commandId).toList();
        assertThat(ids.subList(0, 2)).isEqualTo(ids.subList(2, 4)).doesNotHaveDuplicates();
        assertThat(ids.get(4)).isNotEqualTo(ids.getFirst()).endsWith("#TC.2020.001");
        assertThat(pages.orders().subList(0, 4).stream().map(Order::correlationId))
                .as("one batch")
                .containsOnly(ids.getFirst().substring(0, ids.getFirst().indexOf('#')));
        assertThat(pages.orders().get(0).expectedVersion()).isNull();
        assertThat(pages.orders().get(1).expectedVersion()).isEqualTo(60);
    }
}
