package vn.hocvu.planning.trainingplan;

import org.jspecify.annotations.Nullable;

/**
 * Where the classes of an item shall run.
 *
 * @param venueId absent if the plan leaves the place open: then each class that is granted brings its own
 */
public record PlannedVenue(VenueType type, @Nullable VenueId venueId) {
    /** True if a class at that venue keeps to the plan. */
    public boolean admits(VenueId other) {
        return venueId == null || venueId.equals(other);
    }
}
