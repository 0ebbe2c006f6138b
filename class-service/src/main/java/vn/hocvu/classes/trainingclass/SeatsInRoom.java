package vn.hocvu.classes.trainingclass;

/** A class is never larger than the largest room of its venue. */
final class SeatsInRoom {
    private SeatsInRoom() {}

    static void require(Seats seats, VenueId venueId, Rooms rooms) {
        int capacity = rooms.largest(venueId).orElseThrow(() -> new ClassRefusal.VenueNotFound(venueId));
        if (seats.count() > capacity) {
            throw new ClassRefusal.RoomTooSmall(venueId, seats, capacity);
        }
    }
}
