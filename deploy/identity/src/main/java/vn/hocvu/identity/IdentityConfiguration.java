package vn.hocvu.identity;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The provider's endpoints, its clients and its sign-in page. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration implements WebMvcConfigurer {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
        var server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        endpoints -> endpoints.oidc(oidc -> oidc.logoutEndpoint(
                                logout -> logout.errorResponseHandler((request, response, refusal) -> {
                                    // A session from before a restart: the provider no longer knows it, so it is over.
                                    request.getSession().invalidate();
                                    response.sendRedirect("/sign-in?signed-out");
                                }))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/sign-in"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
                                "/identity.css",
                                "/favicon.svg",
                                "/sample-tokens",
                                "/actuator/health",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // The script's door changes nothing and sets no cookie.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/sample-tokens"))
                .formLogin(form -> form.loginPage("/sign-in"))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .headers(
                        headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(
                                        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'")))
                .build();
    }

    @Bean
    UserDetailsService people(SampleAccounts accounts, IdentitySettings settings) {
        return username -> accounts.find(username.strip().toLowerCase(Locale.ROOT))
                .map(account -> User.withUsername(account.username())
                        .password("{noop}" + settings.password())
                        .authorities(account.role())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such sample account"));
    }

    @Bean
    RegisteredClientRepository clients(IdentitySettings settings) {
        return new Clients(settings);
    }

    @Bean
    AuthorizationServerSettings endpoints(IdentitySettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    JWKSource<SecurityContext> keys(IdentitySettings settings) {
        return new ImmutableJWKSet<>(SigningKey.in(settings.home()));
    }

    @Bean
    JwtDecoder tokenReader(JWKSource<SecurityContext> keys) {
        return NimbusJwtDecoder.withJwkSource(keys).build();
    }

    @Bean
    JwtEncoder tokenWriter(JWKSource<SecurityContext> keys) {
        return new NimbusJwtEncoder(keys);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(SampleAccounts accounts) {
        return context -> {
            var person = context.getPrincipal();
            if (person == null) return;
            // Whoever signed in to one service may be heard by the others through it.
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                context.getClaims().audience(Claims.AUDIENCE);
            }
            accounts.find(person.getName())
                    .ifPresent(account -> context.getClaims().claims(claims -> Claims.put(account, claims)));
        };
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Vietnamese first; the other language is a choice kept in a cookie. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("HOCVU_LANGUAGE");
        resolver.setDefaultLocale(Locale.of("vi"));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
    }
}
