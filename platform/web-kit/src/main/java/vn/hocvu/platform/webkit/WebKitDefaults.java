package vn.hocvu.platform.webkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Settings that every service starts from; whatever a service or its environment says wins. */
public final class WebKitDefaults implements EnvironmentPostProcessor, Ordered {
    private static final Map<String, Integer> PORTS =
            Map.of("planning", 8081, "enrollment", 8082, "class", 8083, "reporting", 8084);

    /** Last, when the service's own files have been read and its name is known. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var service = ServiceName.of(environment).value();
        var offset = environment.getProperty("HOCVU_PORT_OFFSET", Integer.class, 0);
        var defaults = new LinkedHashMap<String, Object>();
        var port = PORTS.get(service);
        if (port != null) {
            defaults.put("server.port", port + offset);
            defaults.put("management.server.port", port + offset + 1_000);
        }
        PORTS.forEach((name, of) -> defaults.put("hocvu.services." + name, "http://localhost:" + (of + offset)));
        defaults.put("hocvu.oidc.issuer", "http://localhost:" + (9_080 + offset));
        var secure = environment.getProperty("hocvu.oidc.issuer", "http:").startsWith("https:");

        defaults.put(
                "server.servlet.session.cookie.name",
                "HOCVU_" + service.toUpperCase(java.util.Locale.ROOT) + "_SESSION");
        defaults.put("server.servlet.session.cookie.http-only", true);
        defaults.put("server.servlet.session.cookie.same-site", "lax");
        defaults.put("server.servlet.session.cookie.secure", secure);
        defaults.put("server.servlet.session.timeout", "2h");
        defaults.put("server.servlet.session.tracking-modes", "cookie");
        defaults.put("server.forward-headers-strategy", "framework");
        defaults.put("server.shutdown", "graceful");
        defaults.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        defaults.put("server.compression.enabled", true);
        defaults.put(
                "server.compression.mime-types",
                "text/html,text/css,application/javascript,text/javascript,application/json,application/problem+json,image/svg+xml");
        defaults.put("server.error.whitelabel.enabled", false);
        defaults.put("server.tomcat.max-http-form-post-size", "1MB");
        // Browsers show an answer only once all that they send has been taken; who sends still more is cut off.
        defaults.put("server.tomcat.max-swallow-size", "100MB");
        defaults.put("server.tomcat.max-parameter-count", "2000");
        defaults.put("server.max-http-request-header-size", "16KB");
        // A file may be 10 MB; one that is little bigger is still read, so that its form comes back as it was filled.
        defaults.put("spring.servlet.multipart.max-file-size", "11MB");
        defaults.put("spring.servlet.multipart.max-request-size", "11MB");
        // Kafka's clients tell of every connection, and warn of every question that concerns no assigned partition.
        defaults.put("logging.level.org.apache.kafka", "WARN");
        defaults.put("logging.level.org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils", "ERROR");
        defaults.put("spring.web.resources.chain.strategy.content.enabled", true);
        defaults.put("spring.web.resources.chain.strategy.content.paths", "/assets/**");
        defaults.put("spring.web.resources.cache.cachecontrol.max-age", "365d");
        defaults.put("spring.web.resources.cache.cachecontrol.cache-public", true);
        defaults.put("spring.messages.basename", "messages/" + service + ",messages/kit,reference/words");
        defaults.put("spring.messages.fallback-to-system-locale", false);
        defaults.put("spring.messages.encoding", "UTF-8");
        defaults.put("spring.mvc.async.request-timeout", "-1");
        defaults.put("spring.mvc.log-resolved-exception", false);
        defaults.put("spring.thymeleaf.mode", "HTML");
        defaults.put("spring.thymeleaf.servlet.produce-partial-output-while-processing", false);
        defaults.put("spring.jackson.factory.constraints.read.max-nesting-depth", 50);
        defaults.put("springdoc.api-docs.path", "/api/v1/openapi");
        defaults.put("springdoc.paths-to-match", "/api/**");
        defaults.put("springdoc.writer-with-order-by-keys", true);
        defaults.put("springdoc.default-produces-media-type", "application/json");
        defaults.put("management.endpoints.web.exposure.include", "health,info,metrics,prometheus");
        defaults.put("management.endpoint.health.probes.enabled", true);
        defaults.put("management.endpoint.health.show-details", "when-authorized");
        defaults.put("logging.level.org.springframework.boot.tomcat", "WARN");
        environment.getPropertySources().addLast(new MapPropertySource("web kit defaults", defaults));
    }
}
