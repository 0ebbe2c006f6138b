package vn.hocvu.platform.webkit.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.hocvu.platform.eventstore.DeniedAttempts;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.OidcSettings;
import vn.hocvu.platform.webkit.ServiceName;
import vn.hocvu.platform.webkit.WebSettings;
import vn.hocvu.platform.webkit.pages.Failures;

/** Sign-in by OpenID Connect for pages, bearer tokens for the API, and nobody else anywhere. */
@AutoConfiguration(
        afterName = "vn.hocvu.platform.eventstore.axon.EventStoreAutoConfiguration",
        beforeName = {
            "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration",
            "org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
        })
public class SecurityAutoConfiguration {
    /** Name of the only client registration; part of the address to which the provider sends people back. */
    public static final String REGISTRATION = "hocvu";

    private static final List<String> OPEN =
            List.of("/assets/**", "/favicon.ico", "/error", "/accessibility", "/signed-out");

    @Bean
    CurrentActor currentActor(OidcSettings oidc) {
        return new TokenActor(oidc.userClaim());
    }

    @Bean
    @ConditionalOnMissingBean
    ClientRegistrationRepository clientRegistrations(OidcSettings oidc, ServiceName service) {
        var client = oidc.clientId() == null ? "hocvu-" + service.value() : oidc.clientId();
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(client)
                .clientSecret(oidc.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile")
                .authorizationUri(oidc.authorization())
                .tokenUri(oidc.token())
                .jwkSetUri(oidc.keys())
                .userInfoUri(oidc.userInfo())
                .issuerUri(oidc.issuer())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .providerConfigurationMetadata(Map.of("end_session_endpoint", oidc.endSession()))
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build());
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(OidcSettings oidc) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(oidc.keys()).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(oidc.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(oidc.audience()))));
        return decoder;
    }

    /** Health is open on the actuator's own port, everything else there needs a token of the operations role. */
    @Bean
    @Order(1)
    SecurityFilterChain actuatorSecurity(HttpSecurity http) {
        http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health", "info"))
                        .permitAll()
                        .anyRequest()
                        .hasAnyRole("SYS_ADMIN", "MONITORING"))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(resource -> resource.jwt(jwt -> jwt.jwtAuthenticationConverter(byRoles())));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiSecurity(HttpSecurity http, Failures failures) {
        AuthenticationEntryPoint unknown = (request, response, refusal) -> {
            var failure = failures.of(refusal, request);
            if (failure.status() == 401) {
                response.setHeader("WWW-Authenticate", "Bearer");
            }
            failures.write(failure, response);
        };
        AccessDeniedHandler denied =
                (request, response, refusal) -> failures.write(failures.of(refusal, request), response);
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(resource -> resource.authenticationEntryPoint(unknown)
                        .accessDeniedHandler(denied)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(byRoles())))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(unknown).accessDeniedHandler(denied));
        headers(http, "default-src 'none'; frame-ancestors 'none'");
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pageSecurity(
            HttpSecurity http,
            OidcSettings oidc,
            WebSettings settings,
            ClientRegistrationRepository clients,
            CurrentActor actor,
            Failures failures) {
        var afterwards = new OidcClientInitiatedLogoutSuccessHandler(clients);
        afterwards.setPostLogoutRedirectUri("{baseUrl}/signed-out");
        var people = new OidcUserService();
        // The identity token says it all; without the roles in it, the provider is asked once more.
        people.setRetrieveUserInfo(request -> !request.getIdToken().hasClaim("roles"));
        http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(OPEN.toArray(String[]::new))
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2Login(login -> login.loginPage("/oauth2/authorization/" + REGISTRATION)
                        .userInfoEndpoint(info -> info.oidcUserService(people))
                        .failureHandler((request, response, refusal) -> showError(
                                request, response, failures.of(refusal, request).status())))
                .logout(logout -> logout.logoutSuccessHandler(afterwards))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(SecurityAutoConfiguration::signIn)
                        .accessDeniedHandler((request, response, refusal) -> {
                            if (!actor.signedIn() && isRead(request)) {
                                signIn(
                                        request,
                                        response,
                                        new InsufficientAuthenticationException("nobody is signed in"));
                                return;
                            }
                            request.setAttribute(
                                    vn.hocvu.platform.webkit.pages.Failure.ATTRIBUTE, failures.of(refusal, request));
                            response.sendError(HttpServletResponse.SC_FORBIDDEN);
                        }));
        headers(http, policy(oidc, settings));
        return http.build();
    }

    /** Own scripts, styles, images, fonts and connections; forms may lead to the provider and the other services. */
    static String policy(OidcSettings oidc, WebSettings settings) {
        var origins = new ArrayList<String>();
        origins.add(oidc.origin());
        settings.services().values().forEach(url -> {
            var uri = URI.create(url);
            origins.add(uri.getScheme() + "://" + uri.getRawAuthority());
        });
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + origins.stream().distinct().collect(Collectors.joining(" "));
    }

    private static void headers(HttpSecurity http, String policy) {
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()")));
    }

    /** Opens the sign-in page for people; scripts of a page are told to reload it, and streams to stop. */
    @SuppressWarnings("UnusedVariable")
    private static void signIn(HttpServletRequest request, HttpServletResponse response, Exception refusal)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (isRead(request)
                && !String.valueOf(request.getHeader("Accept")).startsWith("text/event-stream")) {
            response.sendRedirect(request.getContextPath() + "/oauth2/authorization/" + REGISTRATION);
        } else {
            showError(request, response, HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static void showError(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        response.sendError(status);
    }

    private static boolean isRead(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    private static JwtAuthenticationConverter byRoles() {
        var roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName("roles");
        roles.setAuthorityPrefix("ROLE_");
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(roles);
        return converter;
    }

    /** Bodies over 1 MB are refused before anything reads them; uploads have their own limit. */
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(Failures failures) {
        var registration = new FilterRegistrationBean<>(new BodyLimit(failures));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    @Bean
    AllowedCheck allowedCheck(CurrentActor actor, ObjectProvider<DeniedAttempts> denials) {
        return new AllowedCheck(actor, denials);
    }

    @Bean
    WriteLimit writeLimit(CurrentActor actor, WebSettings settings, Clock clock) {
        return new WriteLimit(actor, settings.web().writesPerMinute(), clock);
    }

    @Bean
    WebMvcConfigurer handlerChecks(AllowedCheck allowed, WriteLimit limit) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(allowed).order(Ordered.HIGHEST_PRECEDENCE);
                registry.addInterceptor(limit).order(Ordered.HIGHEST_PRECEDENCE + 1);
            }
        };
    }

    /** Ends the start if any handler does not say who may call it. */
    @Bean
    SmartInitializingSingleton everyHandlerIsGuarded(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return () -> {
            var unguarded = new ArrayList<String>();
            mappings.forEach(mapping -> unguarded.addAll(
                    AllowedCheck.unguarded(mapping.getHandlerMethods().values())));
            if (!unguarded.isEmpty()) {
                throw new IllegalStateException(
                        "these handlers do not say who may call them; annotate them with @Allowed: " + unguarded);
            }
        };
    }
}
