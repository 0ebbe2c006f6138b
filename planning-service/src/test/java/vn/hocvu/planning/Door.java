package vn.hocvu.planning;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.platform.webkit.Allowed;

/** Signs a visitor in without a provider; only in tests. */
@TestConfiguration(proxyBeanMethods = false)
class Door {
    @Bean
    @Order(0)
    SecurityFilterChain openDoor(HttpSecurity http) {
        return http.securityMatcher("/door/**")
                .authorizeHttpRequests(r -> r.anyRequest().permitAll())
                .build();
    }

    @RestController
    @Allowed(Allowed.ANYONE)
    static class DoorPage {
        @GetMapping("/door/**")
        String enter(
                @RequestParam String account,
                @RequestParam String organization,
                @RequestParam List<String> roles,
                HttpServletRequest request,
                HttpServletResponse response) {
            var now = Instant.parse("2020-05-04T00:00:00Z");
            var claims = Map.<String, Object>of("sub", account, "roles", roles, "organization", organization);
            var user = new DefaultOidcUser(
                    AuthorityUtils.createAuthorityList("OIDC_USER"),
                    new OidcIdToken("token", now, now.plusSeconds(3_600), claims));
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new OAuth2AuthenticationToken(user, user.getAuthorities(), "hocvu"));
            new HttpSessionSecurityContextRepository().saveContext(context, request, response);
            return "in";
        }
    }
}
