package vn.hocvu.platform.eventstream;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Kafka is and how to sign in there.
 *
 * @param bootstrap  host:port, several separated by commas; the default is the local broker's
 * @param properties further client settings, such as TLS and SCRAM in production
 */
@ConfigurationProperties("hocvu.kafka")
public record KafkaConnection(
        @DefaultValue("localhost:19092") String bootstrap,
        @DefaultValue Map<String, String> properties) {

    public KafkaConnection {
        properties = Map.copyOf(properties);
    }

    /** Settings of a client, with its {@code own} on top. */
    public Map<String, Object> with(Map<String, Object> own) {
        var all = new HashMap<String, Object>(properties);
        all.put("bootstrap.servers", bootstrap);
        all.putAll(own);
        return all;
    }
}
