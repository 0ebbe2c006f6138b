package vn.hocvu.platform.webkit.security;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.webkit.Peers;
import vn.hocvu.platform.webkit.WebSettings;

/** Lets a page ask other services for the person who reads it. */
@AutoConfiguration(
        after = SecurityAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@ConditionalOnBean(OAuth2AuthorizedClientService.class)
public class PeersAutoConfiguration {
    @Bean
    Peers peers(
            ClientRegistrationRepository clients,
            OAuth2AuthorizedClientService signIns,
            WebSettings settings,
            JsonMapper json) {
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(clients, signIns);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return new SignedInPeers(settings.services(), manager, json);
    }
}
