package vn.hocvu.proof.checker;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hocvu.proof.checker.Evidence.Intake;
import vn.hocvu.proof.checker.Evidence.StoredEvent;
import vn.hocvu.proof.system.Service;

/**
 * At no moment of any intake's history are there more learners than seats, two on one seat, or one learner in two classes;
 * and what people see of each intake is what its history adds up to. Counted here anew, without the services' own code.
 */
final class SeatsAreNeverOversold implements Rule {
    private static final Set<String> LEAVING = Set.of(
            "LearnerWithdrawn",
            "LearnerExpelled",
            "LearnerDeferred",
            "LearnerDeceased",
            "LearnerTransferredOut",
            "EnrollmentCompleted",
            "LearnerReleased");

    @Override
    public String promise() {
        return "I7 rules hold under concurrency";
    }

    @Override
    public Stream<String> differences(Evidence evidence) {
        var events = evidence.stores().getOrDefault(Service.ENROLLMENT, List.of());
        var rooms = new LinkedHashMap<String, Room>();
        var places = new HashMap<String, String>();
        var wrong = events.stream()
                .map(event -> follow(event, rooms, places))
                .filter(difference -> difference != null)
                .toList();
        return Stream.concat(wrong.stream(), compare(rooms, evidence.intakes()));
    }

    /** One intake, followed through its history. */
    private static final class Room {
        private final int seats;
        private final Map<String, Integer> seated = new LinkedHashMap<>();
        private final Set<String> waiting = new LinkedHashSet<>();

        private Room(int seats) {
            this.seats = seats;
        }

        private Intake intake() {
            return new Intake(seats, seated.size(), waiting.size());
        }
    }

    private static @Nullable String follow(StoredEvent event, Map<String, Room> rooms, Map<String, String> places) {
        if (event.type().equals("IntakeOpened")) {
            rooms.put(event.aggregate(), new Room(event.payload().path("seats").asInt()));
            return null;
        }
        var room = rooms.get(event.aggregate());
        if (room == null) return null;
        var learner = event.payload().path("learnerId").asString("");
        return switch (event.type()) {
            case "LearnerEnrolled" -> seat(event, room, learner, places);
            case "LearnerWaitlisted" -> {
                room.waiting.add(learner);
                yield null;
            }
            case "WaitlistPromoted", "WaitlistLeft" -> {
                room.waiting.remove(learner);
                yield null;
            }
            default -> LEAVING.contains(event.type()) ? leave(event, room, learner, places) : null;
        };
    }

    private static @Nullable String seat(StoredEvent event, Room room, String learner, Map<String, String> places) {
        int seat = event.payload().path("seatNumber").asInt();
        var taken = room.seated.containsValue(seat);
        var twice = room.seated.put(learner, seat) != null;
        var elsewhere = places.put(learner, event.aggregate());
        if (room.seated.size() > room.seats) return "more learners than seats (" + room.seats + "): " + event;
        if (taken || seat < 1 || seat > room.seats) return "a seat that cannot be given: " + event;
        if (twice) return "a learner with two seats: " + event;
        if (elsewhere != null) return "a learner who sits in " + elsewhere + " too: " + event;
        return rollAfter(event, room);
    }

    private static @Nullable String leave(StoredEvent event, Room room, String learner, Map<String, String> places) {
        if (room.seated.remove(learner) == null) return "left without having been there: " + event;
        places.remove(learner, event.aggregate());
        return rollAfter(event, room);
    }

    private static @Nullable String rollAfter(StoredEvent event, Room room) {
        int said = event.payload().path("rollAfter").asInt();
        return said == room.seated.size()
                ? null
                : "says a roll of " + said + ", it is " + room.seated.size() + ": " + event;
    }

    private static Stream<String> compare(Map<String, Room> rooms, Map<String, Intake> seen) {
        return rooms.entrySet().stream()
                .filter(room -> !room.getValue().intake().equals(seen.get(room.getKey())))
                .map(room -> "intake %s adds up to %s, people see %s"
                        .formatted(room.getKey(), room.getValue().intake(), seen.get(room.getKey())));
    }
}
