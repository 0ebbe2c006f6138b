package vn.hocvu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.testkit.Servers;
import vn.hocvu.platform.testkit.Tokens;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.reporting.messages.consumed.Heard;

/** The whole service on real servers, started once for all tests, with the reference years told on the topics. */
@SpringBootTest(classes = ReportingService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnRealServers {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final String VIEWS = Servers.mongo("reporting");
    static final OtherService PLANNING = OtherService.start();

    @LocalServerPort
    int port;

    @Autowired
    Views views;

    @Autowired
    WebApplicationContext context;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) {
        var database = Servers.postgres("reporting");
        settings.add("hocvu.postgres.url", database::url);
        settings.add("hocvu.postgres.username", database::username);
        settings.add("hocvu.postgres.password", database::password);
        settings.add("hocvu.kafka.bootstrap", Servers::kafka);
        settings.add("hocvu.mongodb.uri", () -> VIEWS);
        settings.add("hocvu.oidc.issuer", Tokens::issuer);
        settings.add("hocvu.services.planning", PLANNING::address);
        settings.add("hocvu.services.class", () -> "http://localhost:1");
        settings.add("hocvu.audit.key", () -> Base64.getEncoder().encodeToString(new byte[32]));
        settings.add("hocvu.audit.folder", OnRealServers::freshFolder);
        settings.add("management.server.port", () -> 0);
        for (var source : new String[] {"planning", "class", "enrollment"}) {
            Servers.createTopic("hocvu." + source + ".events.v1", 12);
        }
    }

    /** A copy of an earlier run would rightly be taken for a sign that an older state was put back. */
    private static String freshFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "audit").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    void tellTheReferenceYears() {
        tell(ReferenceYears.facts());
        assertThat(views.awaitTopics(PATIENCE)).isTrue();
    }

    void tell(List<Fact<Heard>> facts) {
        var settings = new Properties();
        settings.put("bootstrap.servers", Servers.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            facts.forEach(fact -> producer.send(message(fact)));
        }
    }

    private static ProducerRecord<String, String> message(Fact<Heard> fact) {
        var message = new ProducerRecord<>(
                "hocvu." + fact.source() + ".events.v1",
                fact.aggregateId(),
                fact.body().toString());
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", fact.eventId(),
                        "ce_type", "vn.hocvu." + fact.source() + "." + fact.type() + ".v1",
                        "ce_source", fact.source(),
                        "ce_subject", fact.aggregateId(),
                        "ce_time", fact.recordedAt().toString(),
                        "ce_sequence", Long.toString(fact.sequence()),
                        "ce_actor", fact.metadata().getOrDefault("actor", "planning_officer"))
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        for (var known : List.of("role", "organization")) {
            var value = fact.metadata().get(known);
            if (value != null) {
                message.headers().add("ce_" + known, value.getBytes(StandardCharsets.UTF_8));
            }
        }
        return message;
    }

    MockMvcTester tester() {
        return MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
    }

    /** As if the person had signed in through the provider, with the token that comes with it. */
    void signIn(String account) {
        var registration = context.getBean(ClientRegistrationRepository.class).findByRegistrationId("hocvu");
        var token = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                "token-of-" + account,
                Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2999-01-01T00:00:00Z"));
        context.getBean(OAuth2AuthorizedClientService.class)
                .saveAuthorizedClient(
                        new OAuth2AuthorizedClient(registration, account, token),
                        new TestingAuthenticationToken(account, ""));
    }

    static RequestPostProcessor as(String role) {
        return oidcLogin()
                .idToken(token -> token.subject(role.toLowerCase(Locale.ROOT))
                        .claim("roles", List.of(role))
                        .claim("organization", "truong"));
    }
}
