package vn.hocvu.platform.eventstore.trail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocvu.platform.eventstore.AuditTrail;
import vn.hocvu.platform.eventstore.axon.EventStoreSettings;

/** Gives a service with an event store its trail. */
@AutoConfiguration(afterName = "vn.hocvu.platform.eventstore.axon.EventStoreAutoConfiguration")
@ConditionalOnProperty(prefix = "hocvu.audit", name = "enabled", matchIfMissing = true)
public class TrailAutoConfiguration {
    @Bean
    TrailKeys trailKeys(TrailSettings settings) {
        return TrailKeys.of(settings);
    }

    @Bean
    KeptCopy keptCopy(JdbcClient jdbc, TrailSettings settings, TrailKeys keys) {
        return new KeptCopy(jdbc, settings, keys);
    }

    @Bean
    LogSigner logSigner(JdbcClient jdbc, TrailKeys keys, KeptCopy copy, TrailSettings settings, Clock clock) {
        return new LogSigner(jdbc, keys, copy, settings, clock);
    }

    @Bean
    LogReader logReader(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            LogSigner signer,
            TrailSettings settings,
            EventStoreSettings store) {
        return new LogReader(
                jdbc,
                ownTransaction(transactions),
                signer,
                settings,
                store.transactionTimeout().toMillis());
    }

    @Bean
    StoreVerification storeVerification(
            DataSource dataSource,
            JdbcClient jdbc,
            TrailKeys keys,
            KeptCopy copy,
            TrailSettings settings,
            Clock clock) {
        return new StoreVerification(dataSource, jdbc, keys, copy, settings, clock);
    }

    @Bean
    LogKeeper logKeeper(
            LogReader reader,
            KeptCopy copy,
            LogSigner signer,
            StoreVerification verification,
            JdbcClient jdbc,
            TrailSettings settings,
            Clock clock,
            MeterRegistry meters) {
        return new LogKeeper(reader, copy, signer, verification, jdbc, settings, clock, meters);
    }

    @Bean
    AuditTrail auditTrail(
            DataSource dataSource,
            JdbcClient jdbc,
            LogReader reader,
            LogSigner signer,
            StoreVerification verification,
            TrailKeys keys,
            TrailSettings settings,
            Clock clock) {
        return new StoreTrail(dataSource, jdbc, reader, signer, verification, keys, settings, clock);
    }

    private static TransactionTemplate ownTransaction(PlatformTransactionManager transactions) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }
}
