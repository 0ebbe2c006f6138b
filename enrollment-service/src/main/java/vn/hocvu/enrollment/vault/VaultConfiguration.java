package vn.hocvu.enrollment.vault;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the vault at start, or stops the start when there is no key to open it with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
public class VaultConfiguration {
    @Bean
    MasterKeys masterKeys(VaultSettings settings) {
        return new MasterKeys(settings.key());
    }

    @Bean
    Vault vault(JdbcClient jdbc, PlatformTransactionManager transactions, MasterKeys masters, Clock clock) {
        return new PostgresVault(jdbc, new TransactionTemplate(transactions), masters, clock);
    }

    @Bean
    PersonalDataViews personalDataViews(JdbcClient jdbc, Clock clock) {
        return new PostgresPersonalDataViews(jdbc, clock);
    }

    @Bean
    SealedFiles sealedFiles(JdbcClient jdbc, MasterKeys masters, Clock clock) {
        return new SealedFiles(jdbc, masters, clock);
    }
}
