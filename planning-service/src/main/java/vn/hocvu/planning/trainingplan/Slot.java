package vn.hocvu.planning.trainingplan;

/**
 * The place of one class within its item.
 *
 * @param venueId  where the class runs
 * @param enrolled learners at its opening, 0 before
 */
public record Slot(ClassId classId, VenueId venueId, SlotState state, int enrolled) {
    static Slot granted(ClassId classId, VenueId venueId) {
        return new Slot(classId, venueId, SlotState.GRANTED, 0);
    }

    Slot opened(int learners) {
        return new Slot(classId, venueId, SlotState.OPENED, learners);
    }
}
