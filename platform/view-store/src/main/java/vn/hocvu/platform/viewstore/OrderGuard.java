package vn.hocvu.platform.viewstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets the facts of each origin through in order and without a gap. Where one is missing or unreadable that origin waits,
 * alone; when the missing one comes, or a person gives it up, the source is asked for what waited.
 */
final class OrderGuard {

    private final Sequences sequences;
    private final Parking parking;
    private final ViewMeters meters;
    private final Map<String, Wall> walls = new HashMap<>();
    private final List<Place> again = new ArrayList<>();
    private final Set<Place> givenUp = new HashSet<>();
    private final Set<String> counted = new HashSet<>();

    OrderGuard(Sequences sequences, Parking parking, ViewMeters meters) {
        this.sequences = sequences;
        this.parking = parking;
        this.meters = meters;
    }

    /** The first fact of an origin that cannot be let through; {@code open} once the way is free again. */
    private record Wall(Incoming first, String id, boolean open) {}

    /** What may be folded now, in order; facts that were let through before are among it, for rows that missed them. */
    List<Incoming> admit(List<Incoming> batch) {
        var origins = new HashSet<String>();
        batch.forEach(in -> origins.add(in.origin()));
        sequences.load(origins);
        return batch.stream().filter(this::admits).toList();
    }

    private boolean admits(Incoming in) {
        var last = sequences.last(in.origin());
        if (in.sequence() >= 0 && in.sequence() <= last) {
            meters.duplicate();
            return true;
        }
        if (in.unreadable() != null) {
            return stop(in, in.unreadable());
        }
        if (in.sequence() > last + 1) {
            return stop(in, "number " + (last + 1) + " of its history is missing");
        }
        sequences.passed(in.origin(), in.sequence());
        var wall = walls.get(in.origin());
        if (wall != null && !wall.open()) {
            free(wall);
        }
        return true;
    }

    private boolean stop(Incoming in, String reason) {
        if (givenUp.contains(in.place())) {
            return false;
        }
        walls.computeIfAbsent(in.origin(), origin -> {
            var id = origin + "#" + (in.sequence() < 0 ? in.content().get().eventId() : in.sequence());
            if (in.unreadable() == null && counted.add(id)) {
                meters.missing();
            }
            parking.park(id, origin, in, reason);
            return new Wall(in, id, false);
        });
        return false;
    }

    private void free(Wall wall) {
        walls.put(wall.first().origin(), new Wall(wall.first(), wall.id(), true));
        parking.healed(wall.id());
        again.add(wall.first().place());
    }

    /** A person has decided that what is missing will never come. */
    void giveUp(String id) {
        walls.values().stream()
                .filter(wall -> wall.id().equals(id) && !wall.open())
                .toList()
                .forEach(wall -> {
                    var first = wall.first();
                    if (first.sequence() < 0) {
                        givenUp.add(first.place());
                    } else {
                        sequences.passed(
                                first.origin(), first.unreadable() == null ? first.sequence() - 1 : first.sequence());
                    }
                    free(wall);
                });
    }

    /** Tries what stands first again; it stops there again if nothing has changed. */
    void retry(String id) {
        walls.values().stream()
                .filter(wall -> wall.id().equals(id) && !wall.open())
                .toList()
                .forEach(wall -> {
                    free(wall);
                });
    }

    /** Places from which facts must come again, asked for once. */
    List<Place> takeAgain() {
        var places = List.copyOf(again);
        again.clear();
        walls.values().removeIf(Wall::open);
        return places;
    }

    /** Places that must not be passed for good. */
    Stream<Place> heldBack() {
        return Stream.concat(walls.values().stream().map(wall -> wall.first().place()), again.stream());
    }

    int waiting() {
        return walls.size();
    }
}
