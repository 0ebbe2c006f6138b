package vn.hocvu.platform.webkit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.Ids;

/** The small things that pages and APIs of every service share. */
@AutoConfiguration(
        afterName = {
            "vn.hocvu.platform.eventstore.axon.EventStoreAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@EnableConfigurationProperties({OidcSettings.class, WebSettings.class})
public class WebKitAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids() {
        return () -> UuidCreator.getTimeOrderedEpoch().toString();
    }

    @Bean
    ServiceName serviceName(Environment environment) {
        return ServiceName.of(environment);
    }

    @Bean
    Formats formats(Clock clock) {
        return new Formats(clock);
    }

    @Bean
    CommandIds commandIds(Ids ids, CurrentActor actor) {
        return new CommandIds(ids, actor);
    }

    @Bean
    Requests requests(CurrentActor actor, CommandIds commandIds, Ids ids) {
        return new Requests(actor, commandIds, ids);
    }

    @Bean
    Toasts toasts(MessageSource messages) {
        return new Toasts(messages);
    }

    @Bean
    Confirmation confirmation(HttpServletRequest request, MessageSource messages) {
        return new Confirmation(request, messages);
    }

    @Bean
    @ConditionalOnMissingBean
    Menu menu() {
        return Menu.empty();
    }

    @Bean
    @ConditionalOnMissingBean
    Tones tones() {
        return Tones.none();
    }

    @Bean
    @ConditionalOnMissingBean
    Register register() {
        var json = JsonMapper.builder().build();
        return new Register(Map.of(
                Register.ORGANIZATIONS, entries(json, "organizations", "orgId", "parentId"),
                Register.VENUES, entries(json, "venues", "venueId", "ownerOrgId")));
    }

    private static List<Entry> entries(JsonMapper json, String kind, String id, String parent) {
        try (var stream = new ClassPathResource("reference/" + kind + ".json").getInputStream()) {
            var entries = new ArrayList<Entry>();
            for (JsonNode node : json.readTree(stream)) {
                var attributes = new LinkedHashMap<String, Object>();
                node.properties().forEach(p -> {
                    if (!p.getValue().isNull()) {
                        attributes.put(p.getKey(), json.treeToValue(p.getValue(), Object.class));
                    }
                });
                var above = node.path(parent);
                entries.add(new Entry(
                        node.path(id).asString(),
                        node.path("name").asString(),
                        node.path("type").asString(),
                        above.isString() ? above.asString() : null,
                        attributes));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
