package vn.hocvu.platform.eventstream.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocvu.platform.eventstream.relay.LampService.awaitTrue;
import static vn.hocvu.platform.eventstream.relay.LampService.hooks;
import static vn.hocvu.platform.eventstream.relay.LampService.light;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
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
    void theSweepFindsPublishesAndReportsWhatTheRelayNeverSaw() {
        var service = world.start("hocvu.relay.settle-time=0s", "hocvu.relay.sweep-interval=1s");
        for (var i = 0; i < 3; i++) light(service, "lamp-" + i, "n", 399);
        awaitTrue(() -> counted(service) == 1200);
        var missing = service.getBean(MeterRegistry.class)
                .get("hocvu.relay.reconciliation.missing")
                .counter();
        var jdbc = service.getBean(JdbcClient.class);
        awaitTrue(() -> jdbc.sql("select count(*) from relay_block where closed_at is not null")
                        .query(Long.class)
                        .single()
                == 1);
        assertThat(missing.count()).isZero();

        jdbc.sql("update relay_block set published = published - 7, closed_at = null where block = 0")
                .update();

        awaitTrue(() -> missing.count() == 7);
        awaitTrue(() -> counted(service) == 1200);
        var records = world.records(1197 + 990);
        assertInOrderWithoutGap(records);
        assertThat(distinct(records)).isEqualTo(1197);
    }

    /** Negative control: a relay that stored its token before the acknowledgement and crashed in between. */
    @Test
    void aTokenStoredBeforeTheAcknowledgementLosesEventsAndTheSweepFindsThem() {
        try (var quiet = world.start("hocvu.relay.enabled=false")) {
            for (var i = 0; i < 3; i++) light(quiet, "lamp-" + i, "n", 399);
            quiet.getBean(JdbcClient.class)
                    .sql("insert into token_entry (processor_name, segment, token, token_type, timestamp) values "
                            + "('relay', 0, '{\"index\":1100,\"gaps\":[]}', ?, '2020-01-01T00:00:00Z')")
                    .param(org.axonframework.eventhandling.GapAwareTrackingToken.class.getName())
                    .update();
        }

        var service = world.start("hocvu.relay.settle-time=0s", "hocvu.relay.sweep-interval=3s");

        var before = world.records(99);
        assertThatThrownBy(() -> assertComplete(before, 399)).isInstanceOf(AssertionError.class);
        awaitTrue(() -> service.getBean(MeterRegistry.class)
                        .get("hocvu.relay.reconciliation.missing")
                        .counter()
                        .count()
                == 999);
        assertThat(distinct(world.records(99 + 997))).isEqualTo(99 + 997);
    }

    private static void assertComplete(List<ConsumerRecord<String, String>> records, int perKey) {
        assertInOrderWithoutGap(records);
        for (var i = 0; i < 3; i++) {
            var key = "lamp-" + i;
            assertThat(records.stream().filter(r -> r.key().equals(key)).count())
                    .as(key)
                    .isEqualTo(perKey);
        }
    }

    @Test
    void aBrokerThatLostItsTailIsGivenItAgain() {
        try (var service = world.start()) {
            for (var i = 1; i <= 3; i++) {
                var events = i * 3;
                light(service, "hall", "n", 2);
                awaitTrue(() -> counted(service) == events);
            }
            // As if more had been acknowledged than the broker has kept.
            var jdbc = service.getBean(JdbcClient.class);
            jdbc.sql("update relay_progress set offsets = regexp_replace(offsets, ': ?\\d+', ':999') where id > 1")
                    .update();
        }

        var again = world.start();

        awaitTrue(() -> world.records(10).size() >= 10);
        awaitTrue(() -> counted(again) == 9);
        assertThat(distinct(world.records(10))).isEqualTo(6);
        assertInOrderWithoutGap(world.records(10));
    }

    @Test
    void aTopicThatWasMadeAnewIsFilledAgain() throws Exception {
        try (var service = world.start()) {
            light(service, "hall", "n", 3);
            awaitTrue(() -> counted(service) == 4);
        }
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", LampService.KAFKA.bootstrap()))) {
            admin.deleteTopics(Set.of(world.topic)).all().get();
        }

        var again = world.start();

        assertThat(world.records(3)).hasSize(3);
        awaitTrue(() -> counted(again) == 4);
    }

    @Test
    void aTopicWithAnotherNumberOfPartitionsIsRefused() throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", LampService.KAFKA.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(world.topic, 3, (short) 1)))
                    .all()
                    .get();
        }

        assertThatThrownBy(world::start).rootCause().hasMessageContaining("3 partitions");
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

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        return headers;
    }

    private static long counted(ConfigurableApplicationContext service) {
        return service.getBean(JdbcClient.class)
                .sql("select coalesce(sum(published + kept + parked), 0) from relay_block")
                .query(Long.class)
                .single();
    }

    private static long open(ConfigurableApplicationContext service) {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from parked_message where closed_at is null")
                .query(Long.class)
                .single();
    }

    private static int distinct(List<ConsumerRecord<String, String>> records) {
        return (int)
                records.stream().map(r -> headers(r).get("ce_id")).distinct().count();
    }

    /** Per key the first occurrences are the published events in order; a repeat is a run that was sent before. */
    private static void assertInOrderWithoutGap(List<ConsumerRecord<String, String>> records) {
        var firsts = new LinkedHashMap<String, Set<Long>>();
        records.forEach(r -> firsts.computeIfAbsent(r.key(), k -> new LinkedHashSet<>())
                .add(Long.parseLong(headers(r).get("ce_sequence"))));
        firsts.forEach((key, sequences) -> {
            var seen = new ArrayList<>(sequences);
            assertThat(seen).as(key).isSorted();
            // Only the last event of every order is kept to ourselves.
            IntStream.range(1, seen.size())
                    .forEach(i ->
                            assertThat(seen.get(i) - seen.get(i - 1)).as(key).isBetween(1L, 2L));
        });
    }
}
