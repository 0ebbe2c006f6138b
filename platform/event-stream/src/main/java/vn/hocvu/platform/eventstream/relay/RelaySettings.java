package vn.hocvu.platform.eventstream.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service publishes.
 *
 * @param enabled           off only for a service instance that must not publish
 * @param batchSize         events sent, acknowledged and counted together
 * @param partitions        of the topic; never changed afterwards, since keys would move
 * @param replicas          of the topic when the relay has to create it; 3 in production
 * @param deliveryTimeout   after which a batch without acknowledgement has failed
 * @param brokerPatience    how long the relay asks a broker that may be away
 * @param keptTokens        tokens kept with the offsets that were acknowledged for them
 * @param sweepInterval     between two comparisons of the store with what was published
 * @param settleTime        age at which a block of positions can no longer get a late event
 * @param largestMessage    bytes of a record that the topic takes
 */
@ConfigurationProperties("hocvu.relay")
public record RelaySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500") int batchSize,
        @DefaultValue("12") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("30s") Duration deliveryTimeout,
        @DefaultValue("3s") Duration brokerPatience,
        @DefaultValue("1000") int keptTokens,
        @DefaultValue("60s") Duration sweepInterval,
        @DefaultValue("65s") Duration settleTime,
        @DefaultValue("900000") int largestMessage) {}
