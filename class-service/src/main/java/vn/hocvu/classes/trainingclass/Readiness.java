package vn.hocvu.classes.trainingclass;

import java.util.List;

/**
 * When a class is ready to open: its roll is confirmed, fits the seats, and reaches the minimum unless a document says
 * otherwise. Room, manager and lecturer are asked for only once the class has a timetable.
 */
final class Readiness {
    private Readiness() {}

    static List<ReadinessCheck> require(ClassState state) {
        var enrolled = state.confirmedRoll().enrolled();
        requireWithinSeats(enrolled, state.proposal().seats());
        var minimum = state.proposal().minLearners();
        if (state.isBelowMinimum(enrolled)) {
            throw new ClassRefusal.BelowMinimum(enrolled, minimum);
        }
        return List.of(
                ReadinessCheck.ROLL_RECEIVED,
                ReadinessCheck.WITHIN_SEATS,
                enrolled.count() >= minimum.count()
                        ? ReadinessCheck.MINIMUM_REACHED
                        : ReadinessCheck.MINIMUM_OVERRIDDEN);
    }

    private static void requireWithinSeats(Headcount enrolled, Seats seats) {
        if (enrolled.count() > seats.count()) {
            throw new ClassRefusal.AboveSeats(enrolled, seats);
        }
    }
}
