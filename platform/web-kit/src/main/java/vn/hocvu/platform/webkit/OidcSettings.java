package vn.hocvu.platform.webkit;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID provider. Its endpoints follow from the issuer, so that a service starts before its provider; each can be
 * named where a provider differs.
 *
 * @param issuer        stands in every token
 * @param clientId      {@code hocvu-} and the service's name unless named
 * @param clientSecret  the local sample secret unless named; refused with a provider that is not on this machine
 * @param audience      whom bearer tokens must be meant for
 * @param userClaim     claim with the person's sign-in name
 */
@ConfigurationProperties("hocvu.oidc")
public record OidcSettings(
        @DefaultValue("http://localhost:9080") String issuer,
        @Nullable String clientId,
        @DefaultValue(SAMPLE_SECRET) String clientSecret,
        @DefaultValue("hocvu") String audience,
        @DefaultValue("sub") String userClaim,
        @Nullable String authorizationUri,
        @Nullable String tokenUri,
        @Nullable String jwkSetUri,
        @Nullable String userInfoUri,
        @Nullable String endSessionUri) {

    /** Secret of the sample clients in {@code deploy/identity}. */
    public static final String SAMPLE_SECRET = "hocvu-local-sample-secret";

    public OidcSettings {
        issuer = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        if (clientSecret.equals(SAMPLE_SECRET) && !local(issuer)) {
            throw new IllegalArgumentException("hocvu.oidc.client-secret has the local sample value, but the issuer "
                    + issuer + " is not on this machine; give the service its own secret");
        }
    }

    public String authorization() {
        return Objects.requireNonNullElse(authorizationUri, issuer + "/oauth2/authorize");
    }

    public String token() {
        return Objects.requireNonNullElse(tokenUri, issuer + "/oauth2/token");
    }

    public String keys() {
        return Objects.requireNonNullElse(jwkSetUri, issuer + "/oauth2/jwks");
    }

    public String userInfo() {
        return Objects.requireNonNullElse(userInfoUri, issuer + "/userinfo");
    }

    public String endSession() {
        return Objects.requireNonNullElse(endSessionUri, issuer + "/connect/logout");
    }

    /** Scheme, host and port of the provider's sign-in page. */
    public String origin() {
        var uri = URI.create(authorization());
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** True when the provider runs on this machine, so that sample secrets may be used. */
    public boolean onThisMachine() {
        return local(issuer);
    }

    private static boolean local(String issuer) {
        var host = URI.create(issuer).getHost();
        return host == null
                || host.toLowerCase(Locale.ROOT).equals("localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }
}
