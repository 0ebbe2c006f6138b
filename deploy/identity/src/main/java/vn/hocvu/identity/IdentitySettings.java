package vn.hocvu.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the local identity provider presents itself.
 *
 * @param home          folder that keeps the signing key, so that a restart signs nobody out
 * @param portOffset    added to every port, so that two installations can run side by side
 * @param clientSecret  sample secret of the four services; local use only
 * @param password      sample password of every account; local use only
 * @param tokenValidity how long a bearer token is accepted: one working day of scripts
 */
@ConfigurationProperties("hocvu.identity")
record IdentitySettings(
        @DefaultValue(".hocvu/identity") Path home,
        @DefaultValue("0") int portOffset,
        @DefaultValue("hocvu-local-sample-secret") String clientSecret,
        @DefaultValue("hocvu") String password,
        @DefaultValue("PT8H") Duration tokenValidity) {

    private static final int PORT = 9080;
    private static final Map<String, Integer> SERVICES =
            Map.of("planning", 8081, "enrollment", 8082, "class", 8083, "reporting", 8084);

    /** The address that stands in every token. */
    String issuer() {
        return "http://localhost:" + (PORT + portOffset);
    }

    /** Every service with its port. */
    Map<String, Integer> services() {
        var shifted = new TreeMap<String, Integer>();
        SERVICES.forEach((service, port) -> shifted.put(service, port + portOffset));
        return shifted;
    }
}
