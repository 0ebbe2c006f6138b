package vn.hocvu.platform.webkit.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.Ids;
import vn.hocvu.platform.webkit.FileCipher;
import vn.hocvu.platform.webkit.OidcSettings;
import vn.hocvu.platform.webkit.WebSettings;

/** Gives a service with a database its long work. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "vn.hocvu.platform.eventstore.axon.EventStoreAutoConfiguration"
        })
@ConditionalOnBean(DataSource.class)
public class JobsAutoConfiguration {
    @Bean
    FileCipher fileCipher(WebSettings settings, OidcSettings oidc) {
        if (settings.web().fileSecret().equals(WebSettings.Web.SAMPLE_FILE_SECRET) && !oidc.onThisMachine()) {
            throw new IllegalStateException(
                    "hocvu.web.file-secret has the local sample value; give the service its own secret");
        }
        return new FileCipher(settings.web().fileSecret());
    }

    @Bean
    StoredJobs jobs(
            DataSource source,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock,
            Ids ids,
            WebSettings settings,
            FileCipher cipher,
            ObjectProvider<JobWork> works,
            ObjectProvider<MeterRegistry> meters) {
        return new StoredJobs(
                JdbcClient.create(source),
                new TransactionTemplate(transactions),
                json,
                cipher,
                clock,
                ids,
                settings.web().jobWorkers(),
                settings.web().jobLease(),
                settings.web().keep(),
                works,
                new JobMeters(meters.getIfAvailable(SimpleMeterRegistry::new)));
    }
}
