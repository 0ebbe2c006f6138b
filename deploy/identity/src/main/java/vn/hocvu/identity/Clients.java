package vn.hocvu.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The four services as this provider knows them; they share one sample secret and must prove their key each time. */
final class Clients implements RegisteredClientRepository {
    private static final Duration REFRESH_VALIDITY = Duration.ofDays(7);
    /** Pages a service may come back to after signing out. */
    private static final List<String> SIGNED_OUT_PAGES = List.of("", "/", "/signed-out", "/?signed-out");

    private final Map<String, RegisteredClient> clients = new LinkedHashMap<>();

    Clients(IdentitySettings settings) {
        settings.services().forEach((service, port) -> {
            var client = client("hocvu-" + service, port, settings);
            clients.put(client.getId(), client);
        });
    }

    @Override
    public void save(RegisteredClient client) {
        // The provider would store the sample secret in a stronger encoding; the fixed clients stay as they are.
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return clients.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.get(clientId);
    }

    private static RegisteredClient client(String id, int port, IdentitySettings settings) {
        var client = RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.tokenValidity())
                        .refreshTokenTimeToLive(REFRESH_VALIDITY)
                        .build());
        for (var host : List.of("localhost", "127.0.0.1")) {
            var address = "http://" + host + ":" + port;
            client.redirectUri(address + "/login/oauth2/code/hocvu");
            for (var page : SIGNED_OUT_PAGES) client.postLogoutRedirectUri(address + page);
        }
        return client.build();
    }
}
