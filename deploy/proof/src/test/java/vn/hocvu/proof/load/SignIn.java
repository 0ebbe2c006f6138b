package vn.hocvu.proof.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** A person who signs in through the pages, as a browser would, and keeps the session. */
final class SignIn {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private SignIn() {}

    /** A client with the session of that sample account at the service whose page is named. */
    static HttpClient as(String account, String page) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        var form = client.send(
                HttpRequest.newBuilder(URI.create(page))
                        .timeout(LIMIT)
                        .header("Accept", "text/html")
                        .GET()
                        .build(),
                BodyHandlers.ofString());
        var csrf = CSRF.matcher(form.body());
        if (!csrf.find()) throw new IOException("no sign-in form at " + form.uri() + ": " + form.statusCode());
        var fields = "username=" + account + "&password=hocvu&_csrf="
                + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
        var landed = client.send(
                HttpRequest.newBuilder(form.uri().resolve("/sign-in"))
                        .timeout(LIMIT)
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
        if (landed.statusCode() != 200) throw new IOException("sign-in ended with " + landed.statusCode());
        return client;
    }
}
