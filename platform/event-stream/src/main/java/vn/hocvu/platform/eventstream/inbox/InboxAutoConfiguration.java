package vn.hocvu.platform.eventstream.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstream.Consumption;
import vn.hocvu.platform.eventstream.KafkaConnection;
import vn.hocvu.platform.eventstream.Policy;
import vn.hocvu.platform.eventstream.parking.ParkedMessages;
import vn.hocvu.platform.eventstream.reading.Records;

/** Lets a service's {@link Policy} beans react to what its {@link Consumption} beans name. */
@AutoConfiguration(afterName = "vn.hocvu.platform.eventstore.axon.EventStoreAutoConfiguration")
@EnableConfigurationProperties(KafkaConnection.class)
public class InboxAutoConfiguration {

    @Bean
    ParkedMessages parkedMessages(JdbcClient database, Clock clock) {
        return new ParkedMessages(database, clock);
    }

    @Bean
    PolicyInbox policyInbox(
            KafkaConnection kafka,
            Environment environment,
            ObjectProvider<Consumption> consumed,
            ObjectProvider<Policy<?>> policies,
            Commands commands,
            ParkedMessages parked,
            Clock clock,
            MeterRegistry meters) {
        List<Consumption> consumptions = consumed.orderedStream().toList();
        return new PolicyInbox(
                kafka,
                environment.getProperty("spring.application.name", "service"),
                consumptions.stream().map(Consumption::topic).collect(Collectors.toSet()),
                new Records(consumptions),
                new Reactions(policies.orderedStream().toList(), commands, meters),
                parked,
                clock,
                meters);
    }

    /** Where the service shows its health. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    static class ShownHealth {
        @Bean
        HealthIndicator policiesHealthIndicator(PolicyInbox inbox) {
            return new PolicyHealth(inbox);
        }
    }
}
