package vn.hocvu.platform.eventstore.trail;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service makes its trail.
 *
 * @param enabled          off only where a service's events need no proof; once off, the store cannot be proven any more
 * @param origin           whose log it is; written into everything that is signed, never changed afterwards
 * @param interval         how often the log takes up what was stored
 * @param checkpointLeaves leaves after which a checkpoint is signed
 * @param checkpointEvery  time after which a checkpoint is signed if the log has grown
 * @param verifyEvery      how often the service verifies its whole store
 * @param folder           where the copy outside the database is kept; the application may add to it, nobody may change it
 * @param key              private key (Ed25519), the seed or PKCS#8 in Base64; without one nothing is signed
 * @param keyFile          a file that holds the key, instead
 * @param previousKey      the key that signed before, needed once when it changes
 * @param previousKeyFile  a file that holds that key, instead
 */
@ConfigurationProperties("hocvu.audit")
public record TrailSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("hocvu") String origin,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("1000") int checkpointLeaves,
        @DefaultValue("60s") Duration checkpointEvery,
        @DefaultValue("6h") Duration verifyEvery,
        @DefaultValue(".hocvu/audit") Path folder,
        @Nullable String key,
        @Nullable Path keyFile,
        @Nullable String previousKey,
        @Nullable Path previousKeyFile) {
    public TrailSettings {
        if (!origin.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException("hocvu.audit.origin names a file too, it cannot be " + origin);
        }
        if (checkpointLeaves < 1 || checkpointLeaves > 10_000) {
            throw new IllegalArgumentException("hocvu.audit.checkpoint-leaves must be 1 to 10000");
        }
    }
}
