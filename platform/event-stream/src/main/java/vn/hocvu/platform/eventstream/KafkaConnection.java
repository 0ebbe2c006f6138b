package vn.hocvu.platform.eventstream;

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
}
