package vn.hocvu.platform.eventstream.health;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import vn.hocvu.platform.eventstream.KafkaConnection;

/** Says whether the brokers answer; without them commands go on, and what was told waits. */
final class KafkaHealth extends AbstractHealthIndicator implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin admin;

    KafkaHealth(KafkaConnection kafka) {
        super("the brokers could not be asked");
        this.admin = Admin.create(kafka.with(Map.of("client.id", "hocvu-health")));
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws InterruptedException {
        try {
            int limit = Math.toIntExact(PATIENCE.toMillis());
            var brokers = admin.describeCluster(new DescribeClusterOptions().timeoutMs(limit))
                    .nodes()
                    .get(2L * limit, TimeUnit.MILLISECONDS);
            builder.status(Status.UP).withDetail("brokers", brokers.size());
        } catch (ExecutionException | TimeoutException away) {
            builder.status(Degraded.DEGRADED).withDetail("brokers", 0);
        }
    }

    @Override
    public void close() {
        admin.close(PATIENCE);
    }
}
