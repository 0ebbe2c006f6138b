package vn.hocvu.platform.eventstream.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a test reads of a topic and of the relay's books. */
final class Relayed {
    private Relayed() {}

    static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        return headers;
    }

    static long counted(ConfigurableApplicationContext service) {
        return service.getBean(JdbcClient.class)
                .sql("select coalesce(sum(published + kept + parked), 0) from relay_block")
                .query(Long.class)
                .single();
    }

    static long open(ConfigurableApplicationContext service) {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from parked_message where closed_at is null")
                .query(Long.class)
                .single();
    }

    static int distinct(List<ConsumerRecord<String, String>> records) {
        return (int)
                records.stream().map(r -> headers(r).get("ce_id")).distinct().count();
    }

    /** Per key the first occurrences are the published events in order; a repeat is a run that was sent before. */
    static void assertInOrderWithoutGap(List<ConsumerRecord<String, String>> records) {
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
