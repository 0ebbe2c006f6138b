package vn.hocvu.platform.webkit;

import java.util.Collection;
import java.util.Map;
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
}
