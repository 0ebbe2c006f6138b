package vn.hocvu.platform.viewstore;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Lets one replica of a service fold its views; another takes over when it stops renewing, or at once when it can see
 * that the holder's process on this machine is gone.
 */
final class Lease {

    /** Long enough for a pause of the garbage collector, short enough that nobody waits for a dead replica. */
    static final Duration TERM = Duration.ofSeconds(10);

    private static final Set<String> IN_THIS_PROCESS = ConcurrentHashMap.newKeySet();
    private static final String SEPARATOR = " ";

    private final Server server;
    private final String name;
    private final String owner;
    private final Clock clock;
    private long renewAfter;

    Lease(Server server, String name, String id, Clock clock) {
        this.server = server;
        this.name = name;
        this.owner = String.join(
                SEPARATOR, host(), Long.toString(ProcessHandle.current().pid()), id);
        this.clock = clock;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replace(SEPARATOR, "-");
        } catch (UnknownHostException nameless) {
            return "nameless";
        }
    }

    /** True if this replica holds the lease, taken or renewed now. */
    synchronized boolean hold() {
        var now = clock.millis();
        if (now < renewAfter) {
            return true;
        }
        IN_THIS_PROCESS.add(owner);
        var free = Filters.or(Filters.eq("owner", owner), Filters.lt("until", now));
        var held = take(free, now) || (isHolderDead() && take(Filters.eq("owner", holder()), now));
        renewAfter = held ? now + TERM.toMillis() / 3 : 0;
        return held;
    }

    private boolean take(Bson condition, long now) {
        try {
            var result = leases().updateOne(
                            Filters.and(Filters.eq("_id", name), condition),
                            Updates.combine(Updates.set("owner", owner), Updates.set("until", now + TERM.toMillis())),
                            new UpdateOptions().upsert(true));
            return result.getMatchedCount() > 0 || result.getUpsertedId() != null;
        } catch (MongoWriteException | MongoCommandException taken) {
            return false;
        }
    }

    private String holder() {
        var document = leases().find(Filters.eq("_id", name)).first();
        return document == null ? "" : document.getString("owner");
    }

    private boolean isHolderDead() {
        var parts = holder().split(SEPARATOR, 3);
        if (parts.length != 3 || !parts[0].equals(host()) || !parts[1].matches("\\d{1,18}")) {
            return false;
        }
        var pid = Long.parseLong(parts[1]);
        return pid == ProcessHandle.current().pid()
                ? !IN_THIS_PROCESS.contains(String.join(SEPARATOR, parts))
                : ProcessHandle.of(pid).isEmpty();
    }

    /** Gives the lease back, so that another replica need not wait for its end. */
    synchronized void release() {
        renewAfter = 0;
        IN_THIS_PROCESS.remove(owner);
        leases().deleteOne(Filters.and(Filters.eq("_id", name), Filters.eq("owner", owner)));
    }

    private MongoCollection<Document> leases() {
        return server.database().getCollection("_leases");
    }
}
