package vn.hocvu.platform.eventstream.relay;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import vn.hocvu.platform.eventstream.health.Degraded;

/** Says whether events reach Kafka; a relay that waits is degraded, never down: commands go on. */
final class RelayHealth extends AbstractHealthIndicator {
    private static final Duration LATE = Duration.ofSeconds(30);

    private final Relay relay;
    private final RelayGauges gauges;

    RelayHealth(Relay relay, RelayGauges gauges) {
        super("the relay's state could not be read");
        this.relay = relay;
        this.gauges = gauges;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var well = relay.state() == Relay.State.RUNNING && gauges.lag().compareTo(LATE) < 0 && gauges.parked() == 0;
        builder.status(Degraded.unless(well))
                .withDetail("state", relay.state())
                .withDetail("lagSeconds", gauges.lag().toSeconds())
                .withDetail("backlog", gauges.backlog())
                .withDetail("parkedAggregates", gauges.parked());
    }
}
