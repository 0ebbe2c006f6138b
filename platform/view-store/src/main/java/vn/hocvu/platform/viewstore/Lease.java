package vn.hocvu.platform.viewstore;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;

/** Lets one replica of a service fold its views; the others take over when it stops renewing. */
final class Lease {

    /** Long enough for a pause of the garbage collector, short enough that nobody waits for a dead replica. */
    static final Duration TERM = Duration.ofSeconds(10);

    private final Server server;
    private final String name;
    private final String owner;
    private final Clock clock;
    private long renewAfter;

    Lease(Server server, String name, String owner, Clock clock) {
        this.server = server;
        this.name = name;
        this.owner = owner;
        this.clock = clock;
    }

    /** True if this replica holds the lease, taken or renewed now. */
    boolean hold() {
        long now = clock.millis();
        if (now < renewAfter) {
            return true;
        }
        try {
            var result = server.database()
                    .getCollection("_leases")
                    .updateOne(
                            Filters.and(
                                    Filters.eq("_id", name),
                                    Filters.or(Filters.eq("owner", owner), Filters.lt("until", now))),
                            Updates.combine(Updates.set("owner", owner), Updates.set("until", now + TERM.toMillis())),
                            new UpdateOptions().upsert(true));
            boolean held = result.getMatchedCount() > 0 || result.getUpsertedId() != null;
            renewAfter = held ? now + TERM.toMillis() / 3 : 0;
            return held;
        } catch (MongoWriteException | MongoCommandException taken) {
            renewAfter = 0;
            return false;
        }
    }

    /** Gives the lease back, so that another replica need not wait for its end. */
    void release() {
        renewAfter = 0;
        server.database()
                .getCollection("_leases")
                .deleteOne(Filters.and(Filters.eq("_id", name), Filters.eq("owner", owner)));
    }
}
