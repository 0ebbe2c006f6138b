package vn.hocvu.platform.eventstream.health;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import vn.hocvu.platform.eventstream.KafkaConnection;

/** Shows in a service's health whether its brokers answer. */
@AutoConfiguration
@ConditionalOnClass(HealthIndicator.class)
@EnableConfigurationProperties(KafkaConnection.class)
public class KafkaHealthAutoConfiguration {
    @Bean
    HealthIndicator kafkaHealthIndicator(KafkaConnection kafka) {
        return new KafkaHealth(kafka);
    }
}
