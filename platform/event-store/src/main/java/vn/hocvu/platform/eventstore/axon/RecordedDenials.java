package vn.hocvu.platform.eventstore.axon;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.DeniedAttempts;

/** Keeps denied attempts in the table {@code denied_attempt}. */
final class RecordedDenials implements DeniedAttempts {
    private static final Logger log = LoggerFactory.getLogger(RecordedDenials.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final MeterRegistry meters;

    RecordedDenials(JdbcClient jdbc, PlatformTransactionManager transactions, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.meters = meters;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void record(Actor actor, String attempt, @Nullable String target, String reason, @Nullable String needed) {
        Counter.builder("hocvu.denied")
                .description("Attempts without the right to")
                .tag("reason", reason)
                .register(meters)
                .increment();
        try {
            ownTransaction.executeWithoutResult(status -> insert(actor, attempt, target, reason, needed));
        } catch (RuntimeException e) {
            // The attempt stays denied; that its trace is missing must reach a person.
            log.atError().addKeyValue("attempt", attempt).setCause(e).log("A denied attempt could not be recorded");
        }
    }

    private void insert(Actor actor, String attempt, @Nullable String target, String reason, @Nullable String needed) {
        jdbc.sql("""
                        INSERT INTO denied_attempt (actor, roles, organization, attempt, target, reason, needed)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(actor.userId())
                .param(String.join(",", new TreeSet<>(actor.roles())))
                .param(actor.organization())
                .param(attempt)
                .param(target)
                .param(reason)
                .param(needed)
                .update();
    }
}
