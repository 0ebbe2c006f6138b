package vn.hocvu.platform.eventstream.inbox;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import vn.hocvu.platform.eventstream.health.Degraded;

/** Says whether policies keep up and whether messages wait for a person. */
final class PolicyHealth extends AbstractHealthIndicator {
    private static final Duration LATE = Duration.ofSeconds(60);

    private final PolicyInbox inbox;

    PolicyHealth(PolicyInbox inbox) {
        super("the state of the policies could not be read");
        this.inbox = inbox;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(Degraded.unless(inbox.parkedKeys() == 0 && inbox.lag().compareTo(LATE) < 0))
                .withDetail("lagSeconds", inbox.lag().toSeconds())
                .withDetail("parkedKeys", inbox.parkedKeys());
    }
}
