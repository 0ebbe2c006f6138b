package vn.hocvu.platform.webkit.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.Ids;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.WebSettings;

/** Gives a service its live channels. */
@AutoConfiguration(
        afterName = {
            "vn.hocvu.platform.webkit.security.SecurityAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        })
public class LiveAutoConfiguration {
    @Bean(destroyMethod = "close")
    BufferedSseHub sseHub(
            JsonMapper json, CurrentActor actor, WebSettings settings, Ids ids, ObjectProvider<MeterRegistry> meters) {
        return new BufferedSseHub(
                json,
                actor,
                settings.web().streams(),
                settings.web().streamsPerUser(),
                ids.next().substring(24),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }
}
