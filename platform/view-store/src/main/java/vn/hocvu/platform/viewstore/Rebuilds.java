package vn.hocvu.platform.viewstore;

import java.util.List;

/** Builds all rows of a feed anew, from the first fact, while the old rows serve. */
public interface Rebuilds {

    /**
     * How one feed stands.
     *
     * @param feed       {@code own} for views of the service's own store, {@code topics} for those over topics
     * @param serving    generation that pages read
     * @param building   generation being built, 0 if none
     * @param done       facts folded into the newest generation
     * @param total      facts that exist
     * @param waiting    aggregates whose rows wait for a missing or broken fact
     * @param lagSeconds how far behind the serving rows are
     */
    record Standing(
            String feed,
            List<String> views,
            int serving,
            int building,
            long done,
            long total,
            int waiting,
            double lagSeconds) {}

    List<Standing> standings();

    /**
     * Starts a rebuild; one that is under way goes on.
     *
     * @throws IllegalArgumentException if there is no such feed
     */
    void start(String feed);
}
