package vn.hocvu.classes.trainingclass;

import java.util.OptionalInt;

/** What the venue register says about rooms. */
@FunctionalInterface
public interface Rooms {
    /** Places in the largest room of the venue; empty if the register does not know the venue. */
    OptionalInt largest(VenueId venueId);
}
