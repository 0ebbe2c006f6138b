package vn.hocvu.platform.eventstream.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocvu.platform.eventstream.relay.LampService.awaitTrue;
import static vn.hocvu.platform.eventstream.relay.LampService.light;
import static vn.hocvu.platform.eventstream.relay.Relayed.assertInOrderWithoutGap;
import static vn.hocvu.platform.eventstream.relay.Relayed.counted;
import static vn.hocvu.platform.eventstream.relay.Relayed.distinct;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever was lost on the way, on the topic or in the books is published again. */
class RelayLossesTest {
    private final LampService.World world = new LampService.World();

    @org.junit.jupiter.api.AfterEach
    void end() {
        world.close();
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
}
