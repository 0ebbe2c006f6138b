package vn.hocvu.platform.eventstore;

import java.util.Arrays;
import java.util.List;

/** The aggregates a service decides with; each is registered with the store, cached and snapshotted. */
public record Aggregates(List<Class<?>> types) {
    public Aggregates {
        types = List.copyOf(types);
    }

    public static Aggregates of(Class<?>... types) {
        return new Aggregates(Arrays.<Class<?>>asList(types));
    }
}
