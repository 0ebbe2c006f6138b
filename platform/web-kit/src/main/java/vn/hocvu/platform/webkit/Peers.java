package vn.hocvu.platform.webkit;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The other services, asked on behalf of the person who is signed in, with that person's rights and no others. */
public interface Peers {
    /**
     * Asks several services the same at once.
     *
     * @param services short names, {@code planning}
     * @param path     path and query of their API
     * @return answers by service; one that is away, slow or refuses is not in it
     */
    Map<String, JsonNode> get(Collection<String> services, String path);

    /**
     * Asks one service to do something that it may take its time for.
     *
     * @param body becomes JSON
     * @return the answer as it came; empty if the service is away, slow or refuses
     */
    Optional<byte[]> post(String service, String path, Object body, Duration atMost);
}
