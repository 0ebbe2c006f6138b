package vn.hocvu.platform.webkit.operations;

import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.eventstream.parking.ParkedMessages;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.OperationsPanel;
import vn.hocvu.platform.webkit.live.SseHub;

/** Panels for what the platform itself runs, as far as the service has it. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "vn.hocvu.platform.eventstore.axon.EventStoreAutoConfiguration",
            "vn.hocvu.platform.eventstream.inbox.InboxAutoConfiguration",
            "vn.hocvu.platform.webkit.live.LiveAutoConfiguration"
        })
public class OperationsAutoConfiguration {
    @Bean
    OperationsPanel processorsPanel(ObjectProvider<EventProcessingConfiguration> processing, Formats formats) {
        return new ProcessorsPanel(processing, formats);
    }

    @Bean
    OperationsPanel livePanel(SseHub hub, Formats formats) {
        return new LivePanel(hub, formats);
    }

    /** Where a service keeps attempts without the right to. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(DataSource.class)
    static class Denied {
        @Bean
        DeniedRecords deniedRecords(DataSource source) {
            return new DeniedRecords(JdbcClient.create(source));
        }

        @Bean
        OperationsPanel deniedPanel(DeniedRecords records, Formats formats) {
            return new DeniedPanel(records, formats);
        }

        @Bean
        DeniedApi deniedApi(DeniedRecords records) {
            return new DeniedApi(records);
        }
    }

    /** Only in services that read other services' topics. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "vn.hocvu.platform.eventstream.parking.ParkedMessages")
    static class Parking {
        @Bean
        @ConditionalOnBean(type = "vn.hocvu.platform.eventstream.parking.ParkedMessages")
        OperationsPanel parkedPanel(DataSource source, ParkedMessages parked, CurrentActor actor, Formats formats) {
            return new ParkedPanel(JdbcClient.create(source), parked, actor, formats);
        }
    }
}
