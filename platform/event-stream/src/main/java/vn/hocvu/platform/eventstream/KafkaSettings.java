package vn.hocvu.platform.eventstream;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Kafka is, and how to speak to it.
 *
 * @param bootstrap addresses to begin with
 * @param client    further settings of every client, for example for TLS and SCRAM
 */
@ConfigurationProperties("hocvu.kafka")
public record KafkaSettings(
        @DefaultValue("localhost:19092") String bootstrap,
        @DefaultValue Map<String, String> client) {
    public KafkaSettings {
        client = Map.copyOf(client);
    }

    /** Settings of a client, with {@code own} on top. */
    public Map<String, Object> with(Map<String, Object> own) {
        var all = new HashMap<String, Object>(client);
        all.put("bootstrap.servers", bootstrap);
        all.putAll(own);
        return all;
    }
}
