package vn.hocvu.bench.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import vn.hocvu.local.Port;

/** Somebody at a browser, signed in to one service as people do it. */
final class Visitor implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final WholeSystem system;
    private final Port service;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** Signs in by opening a page. */
    Visitor(WholeSystem system, Port service, String user, String path) {
        this.system = system;
        this.service = service;
        var form = answered(html(address(path)).build(), BodyHandlers.ofString());
        var csrf = CSRF.matcher(form.body());
        if (!csrf.find()) {
            throw new IllegalStateException("no sign-in form at " + form.uri());
        }
        String fields = "username=" + user + "&password=hocvu&_csrf="
                + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
        var post = html(URI.create(system.address(Port.IDENTITY, "/sign-in")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build();
        var page = answered(post, BodyHandlers.ofString());
        if (page.statusCode() != 200
                || !page.uri().getPath().equals(address(path).getPath())) {
            throw new IllegalStateException("signing in ended with " + page.statusCode() + " at " + page.uri());
        }
    }

    /**
     * The page at the path.
     *
     * @throws IllegalStateException if there is none
     */
    String page(String path) {
        var answer = answered(html(address(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200
                || !answer.uri().getPath().equals(address(path).getPath())) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode() + " at " + answer.uri());
        }
        return answer.body();
    }

    /** Asks for anything else of the service. */
    <T> HttpResponse<T> get(String path, String type, HttpResponse.BodyHandler<T> body) {
        return answered(
                HttpRequest.newBuilder(address(path)).header("Accept", type).build(), body);
    }

    private URI address(String path) {
        return URI.create(system.address(service, path));
    }

    private static HttpRequest.Builder html(URI address) {
        return HttpRequest.newBuilder(address).timeout(LIMIT).header("Accept", "text/html");
    }

    private <T> HttpResponse<T> answered(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
