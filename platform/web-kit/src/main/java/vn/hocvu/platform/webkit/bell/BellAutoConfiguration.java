package vn.hocvu.platform.webkit.bell;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.TaskSource;
import vn.hocvu.platform.webkit.live.LiveAutoConfiguration;
import vn.hocvu.platform.webkit.live.SseHub;

/** Gives a service its bell. */
@AutoConfiguration(
        after = LiveAutoConfiguration.class,
        afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@Import(NoticePages.class)
public class BellAutoConfiguration {
    @Bean
    Bell bell(
            ObjectProvider<TaskSource> sources,
            ObjectProvider<ReadMarks> marks,
            MessageSource messages,
            Formats formats) {
        return new Bell(
                () -> sources.orderedStream().toList(), marks.getIfAvailable(() -> ReadMarks.NONE), messages, formats);
    }

    @Bean(destroyMethod = "close")
    LiveBells liveBells(SseHub hub, Bell bell) {
        return new LiveBells(hub, bell);
    }

    /** Where a service can keep what was read. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(DataSource.class)
    static class Kept {
        @Bean
        ReadMarks readMarks(DataSource source) {
            return new StoredReadMarks(JdbcClient.create(source));
        }
    }

    /** Only in services that have views. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "vn.hocvu.platform.viewstore.ViewsAdvanced")
    static class OverViews {
        @Bean
        ChangedRows changedRows(LiveBells bells) {
            return new ChangedRows(bells);
        }
    }
}
