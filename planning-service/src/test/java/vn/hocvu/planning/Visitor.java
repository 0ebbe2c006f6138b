package vn.hocvu.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: visits pages and sends their forms. */
final class Visitor {
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;

    private Visitor(int port) {
        base = "http://localhost:" + port;
    }

    static Visitor signedIn(int port, String account, String organization, String role) {
        var visitor = new Visitor(port);
        assertThat(visitor.get("/door?account=%s&organization=%s&roles=%s".formatted(account, organization, role))
                        .statusCode())
                .isEqualTo(200);
        return visitor;
    }

    HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(base + path)));
    }

    /** The page as it must be: whole, without a raw key. */
    String page(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("</html>").doesNotContain("??").doesNotContain("th:");
        return answer.body();
    }

    /** Sends the form of a page. */
    HttpResponse<String> send(String page, String action, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", hidden(page("/account"), "_csrf"));
        form.put("_form", page);
        return exchange(HttpRequest.newBuilder(URI.create(base + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    /** Sends a form that lacks the page's token. */
    int sendWithoutToken(String action) {
        return exchange(HttpRequest.newBuilder(URI.create(base + action)).POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return browser.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String hidden(String html, String name) {
        var matcher =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(html);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }
}
