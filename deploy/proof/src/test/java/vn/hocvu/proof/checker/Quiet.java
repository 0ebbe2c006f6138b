package vn.hocvu.proof.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import vn.hocvu.proof.system.Service;
import vn.hocvu.proof.system.Waiting;

/** The moment at which everything that was decided is published, reacted to and shown. */
final class Quiet {
    private static final Duration LIMIT = Duration.ofMinutes(8);

    private final Stores stores;
    private final Topics topics;
    private final ViewServer views;

    Quiet(Stores stores, Topics topics, ViewServer views) {
        this.stores = stores;
        this.topics = topics;
        this.views = views;
    }

    /** Waits until nothing is under way at two looks with nothing decided in between. */
    void await() {
        var last = new AtomicReference<String>("");
        var count = new long[] {-1};
        Waiting.until(
                "a quiet moment",
                LIMIT,
                () -> {
                    try {
                        var before = decided();
                        var open = open();
                        last.set(open.toString());
                        var quiet = open.isEmpty() && count[0] == before && decided() == before;
                        count[0] = before;
                        return quiet;
                    } catch (RuntimeException away) {
                        last.set(away + ", " + away.getCause());
                        return false;
                    }
                },
                last::get);
    }

    private long decided() {
        var all = 0L;
        for (var service : Service.values()) all += stores.highest(service);
        return all;
    }

    /** What is under way, in words; nothing when all is quiet. */
    private List<String> open() {
        var open = new ArrayList<String>();
        var ends = topics.ends();
        topics.unhandled(ends).forEach((group, left) -> {
            if (left > 0) open.add(group + " has " + left + " to handle");
        });
        for (var service : Service.values()) {
            decidedBy(service, open);
            shownBy(service, ends, open);
        }
        return open;
    }

    private void decidedBy(Service service, List<String> open) {
        if (service != Service.REPORTING && stores.published(service) < stores.highest(service)) {
            open.add(service + " has not published all");
        }
        if (stores.parked(service) > 0) open.add(service + " parked " + stores.parkedReasons(service));
    }

    private void shownBy(Service service, Map<TopicPartition, Long> ends, List<String> open) {
        var feeds = views.feeds(service).keySet();
        if (feeds.isEmpty()) open.add(service + " has no rows");
        if (feeds.contains("own") && views.ownPosition(service) < stores.highest(service)) {
            open.add(service + " has not folded its own events");
        }
        feeds.stream()
                .filter(feed -> views.building(service, feed) > 0)
                .forEach(feed -> open.add(service + " rebuilds " + feed));
        if (feeds.contains("topics")) {
            var folded = views.topics(service);
            if (folded.isEmpty()) open.add(service + " knows no topic yet");
            var places = views.topicPositions(service);
            ends.forEach((partition, end) -> {
                if (folded.contains(partition.topic()) && places.getOrDefault(partition, 0L) < end) {
                    open.add(service + " has not folded " + partition);
                }
            });
        }
    }
}
