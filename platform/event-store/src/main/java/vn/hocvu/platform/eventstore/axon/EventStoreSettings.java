package vn.hocvu.platform.eventstore.axon;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the event store behaves; the defaults rest on each other, and the start-up check holds them together.
 *
 * @param transactionTimeout     PostgreSQL ends any longer transaction (G1)
 * @param gapTimeout             how long a reader remembers a position that it has not seen (G2)
 * @param largestGapOffset       how far back a reader remembers such positions (G4)
 * @param allowedClockDifference between this machine and the database's (G6)
 * @param snapshotEvery          events after which an aggregate's state is kept
 * @param cachedAggregates       aggregates held in memory, most recently used
 * @param attempts               how often an order is decided when others change the aggregate at the same moment
 * @param lockWait               how long an order waits for its turn at an aggregate
 * @param largestEvent           an event may not be larger
 * @param mostEvents             a command may not decide more events
 * @param pollInterval           how often readers look for what other replicas appended
 * @param requireDurability      refuse a database that does not sync to disk
 */
@ConfigurationProperties("hocvu.event-store")
public record EventStoreSettings(
        @DefaultValue("5s") Duration transactionTimeout,
        @DefaultValue("60s") Duration gapTimeout,
        @DefaultValue("1000000") int largestGapOffset,
        @DefaultValue("2s") Duration allowedClockDifference,
        @DefaultValue("200") int snapshotEvery,
        @DefaultValue("2000") int cachedAggregates,
        @DefaultValue("8") int attempts,
        @DefaultValue("3s") Duration lockWait,
        @DefaultValue("256KB") DataSize largestEvent,
        @DefaultValue("500") int mostEvents,
        @DefaultValue("200ms") Duration pollInterval,
        @DefaultValue("true") boolean requireDurability) {}
