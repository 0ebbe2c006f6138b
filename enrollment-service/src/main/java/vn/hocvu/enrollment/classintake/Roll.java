package vn.hocvu.enrollment.classintake;

import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The learners of a class, each on a seat of their own. */
record Roll(Map<LearnerId, Place> places) {
    Roll {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    static Roll empty() {
        return new Roll(Map.of());
    }

    int count() {
        return places.size();
    }

    Optional<Place> placeOf(LearnerId learner) {
        return Optional.ofNullable(places.get(learner));
    }

    Roll plus(Place place) {
        var more = new LinkedHashMap<>(places);
        more.put(place.learnerId(), place);
        return new Roll(more);
    }

    Roll minus(LearnerId learner) {
        var fewer = new LinkedHashMap<>(places);
        fewer.remove(learner);
        return new Roll(fewer);
    }

    /** The lowest number nobody sits on; empty if the class is full. */
    Optional<SeatNumber> freeSeat(Seats seats) {
        if (count() >= seats.count()) {
            return Optional.empty();
        }
        var taken = new BitSet();
        places.values().forEach(p -> taken.set(p.seat().number()));
        return Optional.of(new SeatNumber(taken.nextClearBit(1)));
    }

    Stream<Place> bySeat() {
        return places.values().stream().sorted(Comparator.comparing(Place::seat));
    }

    List<LearnerId> learnerIds() {
        return bySeat().map(Place::learnerId).toList();
    }

    /** How many learners each organisation sent, by organisation id. */
    List<OrgLearners> byOrg() {
        var counts = new TreeMap<String, Integer>();
        places.values().forEach(p -> counts.merge(p.nominatingOrgId().value(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> new OrgLearners(new OrgId(e.getKey()), e.getValue()))
                .toList();
    }
}
