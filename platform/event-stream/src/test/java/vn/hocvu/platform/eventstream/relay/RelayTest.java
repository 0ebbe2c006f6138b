package vn.hocvu.platform.eventstream.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocvu.platform.eventstream.relay.LampService.awaitTrue;
import static vn.hocvu.platform.eventstream.relay.LampService.hooks;
import static vn.hocvu.platform.eventstream.relay.LampService.light;
import static vn.hocvu.platform.eventstream.relay.Relayed.assertInOrderWithoutGap;
import static vn.hocvu.platform.eventstream.relay.Relayed.counted;
import static vn.hocvu.platform.eventstream.relay.Relayed.distinct;
import static vn.hocvu.platform.eventstream.relay.Relayed.headers;
import static vn.hocvu.platform.eventstream.relay.Relayed.open;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

class RelayTest {
    private final LampService.World world = new LampService.World();

    @org.junit.jupiter.api.AfterEach
    void end() {
        world.close();
    }

    @Test
    void aStoredEventTravelsWithItsEnvelope() {
        var service = world.start();

        light(service, "hall", "first", 1);

        var record = world.records(1).getFirst();
        assertThat(record.key()).isEqualTo("hall");
        assertThat(record.value()).isEqualTo("{\"id\":\"hall\",\"note\":\"first\",\"number\":0}");
        assertThat(headers(record))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "vn.hocvu.lamp.LampLit.v1")
                .containsEntry("ce_source", "lamp")
                .containsEntry("ce_subject", "hall")
                .containsEntry("ce_sequence", "0")
                .containsEntry("ce_actor", "an")
                .containsEntry("ce_role", "LIGHTER")
                .containsEntry("ce_organization", "ba-vi")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time", "ce_correlationid", "ce_causationid");
        assertThat(record.toString()).doesNotContain("Lamp$");
    }

    @Test
    void whatWaitsIsSentInBatchesOfFiveHundredInOrder() {
        try (var quiet = world.start("hocvu.relay.enabled=false")) {
            for (var lamp = 0; lamp < 12; lamp++) light(quiet, "lamp-" + lamp, "n", 499);
        }

        var service = world.start();

        var records = world.records(12 * 499);
        assertThat(records).hasSize(12 * 499);
        assertInOrderWithoutGap(records);
        var sizes =
                service.getBean(MeterRegistry.class).get("hocvu.relay.batch").summary();
        assertThat(sizes.max()).isEqualTo(500);
        awaitTrue(() -> sizes.totalAmount() >= 6000);
        awaitTrue(() -> counted(service) == 6000);
        assertThat(service.getBean(JdbcClient.class)
                        .sql("select kept from relay_block where block = 1")
                        .query(Integer.class)
                        .single())
                .isBetween(1, 3);
    }

    @Test
    void aCrashBetweenAcknowledgementAndTokenRepeatsAndSkipsNothing() {
        var service = world.start();
        for (var place : List.of("relay.after-send", "relay.after-ack", "relay.before-token-commit")) {
            var crashed = new AtomicBoolean();
            hooks(service).failpoint.set(at -> {
                if (at.equals(place) && crashed.compareAndSet(false, true))
                    throw new IllegalStateException("crash at " + at);
            });
            light(service, place, "n", 5);
            awaitTrue(crashed::get);
        }
        light(service, "last", "n", 1);

        awaitTrue(() -> world.records(16).stream().anyMatch(r -> r.key().equals("last")));
        var records = world.records(16);
        assertInOrderWithoutGap(records);
        assertThat(distinct(records)).isEqualTo(16);
        assertThat(records.size()).as("repeated runs").isGreaterThanOrEqualTo(26);
        awaitTrue(() -> counted(service) == 20);
    }

    @Test
    void whileTheBrokerIsAwayCommandsGoOnServicesStartAndWhatWaitsFollowsInOrder() {
        var service = world.start("hocvu.relay.delivery-timeout=3s", "hocvu.relay.broker-patience=1s");
        light(service, "hall", "before", 2);
        world.records(2);

        LampService.KAFKA.stop();
        for (var i = 0; i < 5; i++) light(service, "hall", "away", 2);
        var health = service.getBean("relayHealthIndicator", HealthIndicator.class);
        awaitTrue(() -> service.getBean(Relay.class).state() == Relay.State.WAITING_FOR_BROKER);
        assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
        var brokers = service.getBean("kafkaHealthIndicator", HealthIndicator.class);
        assertThat(brokers.health().getStatus().getCode()).isEqualTo("DEGRADED");
        awaitTrue(() -> service.getBean(MeterRegistry.class)
                        .get("hocvu.relay.backlog")
                        .gauge()
                        .value()
                > 0);
        try (var another = new LampService.World()) {
            light(another.start("hocvu.relay.broker-patience=1s"), "cellar", "early", 1);
            LampService.KAFKA.start();

            var records = world.records(12);
            assertInOrderWithoutGap(records);
            assertThat(distinct(records)).isEqualTo(12);
            assertThat(another.records(1)).hasSize(1);
        }
        awaitTrue(() -> health.health().getStatus().getCode().equals("UP"));
        awaitTrue(() -> brokers.health().getStatus().getCode().equals("UP"));
        awaitTrue(() -> counted(service) == 18);
    }

    /** Without the broker's word, as long as that may take; what is on its way then goes out after the next start. */
    @Test
    void aServiceStopsWhileTheBrokerIsAway() throws Exception {
        var service = world.start("hocvu.relay.delivery-timeout=20m");
        light(service, "hall", "before", 1);
        awaitTrue(() -> counted(service) == 2);

        LampService.KAFKA.stop();
        try {
            light(service, "hall", "away", 1);
            awaitTrue(() -> service.getBean(MeterRegistry.class)
                            .get("hocvu.relay.backlog")
                            .gauge()
                            .value()
                    > 0);
            CompletableFuture.runAsync(service::close).get(2, TimeUnit.MINUTES);
        } finally {
            LampService.KAFKA.start();
        }

        world.start();
        var records = world.records(2);
        assertInOrderWithoutGap(records);
        assertThat(distinct(records)).isEqualTo(2);
    }

    @Test
    void anUnpublishableEventParksItsAggregateOnlyUntilItIsRetried() {
        var service = world.start();
        hooks(service).unpublishable.set("poison");

        light(service, "bad", "fine", 1);
        light(service, "bad", "poison", 1);
        light(service, "bad", "fine again", 1);
        light(service, "good", "fine", 1);

        var parked = service.getBean(ParkedEvents.class);
        awaitTrue(() -> open(service) >= 3);
        assertThat(parked.aggregates()).containsExactly("bad");
        assertThat(world.records(2)).extracting(ConsumerRecord::key).containsOnlyOnce("bad", "good");
        assertThatThrownBy(() -> parked.retry("bad", "an")).hasMessageContaining("no words for poison");
        hooks(service).unpublishable.set("");
        // As the operations page does.
        service.getBean(JdbcClient.class)
                .sql("update parked_message set next_attempt_at = clock_timestamp() where message_key = 'bad'")
                .update();
        awaitTrue(() -> parked.aggregates().isEmpty());
        light(service, "bad", "later", 1);

        var records = world.records(5);
        assertInOrderWithoutGap(records);
        assertThat(distinct(records)).isEqualTo(5);
        assertThat(parked.aggregates()).isEmpty();
    }

    @Test
    void ofTwoReplicasOneRelaysAndTheOtherTakesOver() {
        var first = world.start();
        var second = world.start();
        light(first, "hall", "n", 1);
        light(second, "hall", "n", 1);
        world.records(2);

        first.close();
        light(second, "hall", "n", 1);

        var records = world.records(3);
        assertInOrderWithoutGap(records);
        assertThat(distinct(records)).isEqualTo(3);
    }
}
