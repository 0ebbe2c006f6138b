package vn.hocvu.platform.webkit.remembered;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.webkit.FileCipher;
import vn.hocvu.platform.webkit.jobs.JobsAutoConfiguration;

/** Lets a service with a database remember what people have left. */
@AutoConfiguration(after = JobsAutoConfiguration.class)
@ConditionalOnBean(DataSource.class)
@Import(DraftPages.class)
public class RememberedAutoConfiguration {
    @Bean
    Remembered remembered(DataSource source, FileCipher cipher, Clock clock) {
        return new StoredNotes(JdbcClient.create(source), cipher, clock);
    }
}
