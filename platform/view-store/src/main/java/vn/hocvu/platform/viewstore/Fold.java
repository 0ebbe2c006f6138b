package vn.hocvu.platform.viewstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;

/**
 * Folds facts into the rows of one view and generation. A fact that the view cannot take parks the row it was meant for,
 * or its whole origin if even the row is unknown; nothing later reaches that row, and all other rows go on.
 */
final class Fold<F, R> {

    private final View<F, R> view;
    private final RowStore<R> store;
    private final Parking parking;
    private final Map<String, Parked> parked = new HashMap<>();
    private final Set<String> passedOver = new HashSet<>();
    private final List<Place> again = new ArrayList<>();

    Fold(View<F, R> view, RowStore<R> store, Parking parking) {
        this.view = view;
        this.store = store;
        this.parking = parking;
    }

    private record Parked(String id, Place first) {}

    private record Touch<F>(Incoming in, Fact<F> fact, String key) {}

    View<F, R> view() {
        return view;
    }

    void apply(List<Incoming> admitted) {
        var touches = new ArrayList<Touch<F>>(admitted.size());
        admitted.forEach(in -> touches(in, touches));
        var keys = new HashSet<String>();
        touches.forEach(touch -> keys.add(touch.key()));
        var unreadable = store.load(keys);
        for (var touch : touches) {
            var failure = unreadable.get(touch.key());
            if (failure != null) {
                park(touch.key(), touch.in(), failure);
            } else if (!parked.containsKey(touch.key())) {
                fold(touch);
            }
        }
    }

    @SuppressWarnings("unchecked") // the body's type is checked first
    private void touches(Incoming in, List<Touch<F>> touches) {
        var fact = in.fact();
        if (fact == null || !view.factType().isInstance(fact.body()) || parked.containsKey(originKey(in))) {
            return;
        }
        try {
            for (var key : view.keys((Fact<F>) fact)) {
                touches.add(new Touch<>(in, (Fact<F>) fact, key));
            }
        } catch (RuntimeException failure) {
            if (!passedOver.contains(id(originKey(in), in))) {
                park(originKey(in), in, failure);
            }
        }
    }

    private void fold(Touch<F> touch) {
        var in = touch.in();
        var row = store.get(touch.key());
        if (row.hasSeen(in)) {
            return;
        }
        try {
            row.became(view.after(row.row(), touch.fact()), in);
        } catch (RuntimeException failure) {
            if (!passedOver.contains(id(touch.key(), in))) {
                park(touch.key(), in, failure);
                return;
            }
            row.became(row.row(), in);
        }
        if (row.firstUnwritten() != null) {
            store.changed(touch.key(), row);
        }
    }

    private static String originKey(Incoming in) {
        return "origin " + in.origin();
    }

    private String id(String key, Incoming in) {
        return view.name() + "/" + key + "#" + in.origin() + "#" + in.sequence();
    }

    private void park(String key, Incoming in, RuntimeException failure) {
        if (!parked.containsKey(key)) {
            var id = id(key, in);
            parked.put(key, new Parked(id, in.place()));
            parking.park(id, view.name() + "/" + key, in, reason(failure));
        }
    }

    private static String reason(@Nullable RuntimeException failure) {
        return failure == null ? "" : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    int dirty() {
        return store.dirty();
    }

    boolean isFull() {
        return store.isFull();
    }

    /** Writes all changed rows and tells which. */
    Set<String> write() {
        var keys = new HashSet<>(store.dirtyKeys());
        store.write().forEach((key, refused) -> {
            keys.remove(key);
            park(key, refused.first(), refused.failure());
        });
        return keys;
    }

    /** Tries a parked row again from the fact that it stopped at. */
    void retry(String id) {
        parked.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .toList()
                .forEach(entry -> {
                    parked.remove(entry.getKey());
                    again.add(entry.getValue().first());
                    parking.healed(id);
                });
    }

    /** A person has decided that the row goes on without that fact. */
    void giveUp(String id) {
        passedOver.add(id);
        retry(id);
    }

    List<Place> takeAgain() {
        var places = List.copyOf(again);
        again.clear();
        return places;
    }

    Stream<Place> heldBack() {
        return Stream.concat(parked.values().stream().map(Parked::first), again.stream());
    }

    int waiting() {
        return parked.size();
    }
}
