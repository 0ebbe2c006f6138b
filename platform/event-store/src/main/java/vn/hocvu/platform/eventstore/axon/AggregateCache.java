package vn.hocvu.platform.eventstore.axon;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventsourcing.AggregateCacheEntry;

/**
 * Aggregates in memory: weak references, and firm ones to the most recently used, so that a busy aggregate outlives the
 * next collection of garbage. One that is older than the store is dropped before it may decide.
 */
final class AggregateCache extends WeakReferenceCache {
    private final Map<Object, Object> recent;

    AggregateCache(int held) {
        this.recent = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > held;
            }
        };
    }

    /** Drops the aggregate unless it is exactly as far as the store. */
    void dropUnlessAt(String aggregateId, long version) {
        if (super.get(aggregateId) instanceof AggregateCacheEntry<?> entry && versionOf(entry) != version) {
            remove(aggregateId);
        }
    }

    // The entry answers with the aggregate it holds; it would need the arguments only after having been serialised.
    @SuppressWarnings("NullAway")
    private static long versionOf(AggregateCacheEntry<?> entry) {
        var version = entry.recreateAggregate(null, null, null, null).version();
        return version == null ? -1 : version;
    }

    @Override
    public void put(Object key, Object value) {
        synchronized (recent) {
            recent.put(key, value);
        }
        super.put(key, value);
    }

    @Override
    public boolean remove(Object key) {
        synchronized (recent) {
            recent.remove(key);
        }
        return super.remove(key);
    }

    @Override
    public void removeAll() {
        synchronized (recent) {
            recent.clear();
        }
        super.removeAll();
    }
}
