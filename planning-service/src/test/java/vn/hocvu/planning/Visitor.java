package vn.hocvu.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
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
        var ids = Pattern.compile("\\sid=\"([^\"]+)\"")
                .matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).as(path).doesNotHaveDuplicates();
        return answer.body();
    }

    /** The lines of a stream, as they come. */
    BlockingQueue<String> listen(String path) {
        var lines = new LinkedBlockingQueue<String>();
        var unused = browser.sendAsync(
                        HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofLines())
                .thenAccept(stream -> stream.body().forEach(lines::add));
        return lines;
    }

    /** Sends the form of a page. */
    HttpResponse<String> send(String page, String action, Map<String, String> fields) {
        return send(page, action, List.copyOf(fields.entrySet()));
    }

    /** Sends the form of a page in which a field may be filled several times. */
    HttpResponse<String> send(String page, String action, List<Map.Entry<String, String>> fields) {
        var form = new ArrayList<>(fields);
        form.add(Map.entry("_csrf", hidden(page("/account"), "_csrf")));
        form.add(Map.entry("_form", page));
        return exchange(HttpRequest.newBuilder(URI.create(base + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    /** A file as it is downloaded. */
    byte[] bytes(String path) {
        try {
            return browser.send(
                            HttpRequest.newBuilder(URI.create(base + path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends the form of a page together with a file. */
    HttpResponse<String> upload(String page, Map<String, String> fields, byte[] file) {
        return upload(page, fields, file, HttpRequest.BodyPublishers::ofByteArray);
    }

    /** The same, without saying beforehand how much it is. */
    HttpResponse<String> uploadUnannounced(String page, Map<String, String> fields, byte[] file) {
        return upload(
                page,
                fields,
                file,
                body -> HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private HttpResponse<String> upload(
            String page, Map<String, String> fields, byte[] file, Function<byte[], HttpRequest.BodyPublisher> sent) {
        var boundary = "----" + UUID.randomUUID();
        var form = new HashMap<>(fields);
        form.put("_csrf", hidden(page("/account"), "_csrf"));
        form.put("_form", page);
        var body = new ByteArrayOutputStream();
        form.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return exchange(HttpRequest.newBuilder(URI.create(base + page))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(sent.apply(body.toByteArray())));
    }

    /** The token with which the forms of this visit are sent. */
    String token() {
        return hidden(page("/account"), "_csrf");
    }

    /** Sends a form in which nothing is filled. */
    int sendEmpty(String action, String token) {
        return exchange(HttpRequest.newBuilder(URI.create(base + action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))))
                .statusCode();
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
