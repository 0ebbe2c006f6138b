package vn.hocvu.classes;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.hocvu.classes.trainingclass.ClassType;
import vn.hocvu.classes.trainingclass.VenueType;

/**
 * The numbers of domain section 3.3 that concern classes.
 *
 * @param plannedSchool    learners planned for a diploma class at the school (allocation practice of the city)
 * @param plannedCenter    learners planned for a diploma class at a centre
 * @param plannedShort     learners planned for a short course
 * @param minimumDiploma   least learners to open a diploma class
 * @param minimumShort     least learners to open a short course
 * @param effectiveAhead   how far a business date may lie ahead of today
 */
@ConfigurationProperties("hocvu.classes")
public record ClassSettings(
        @DefaultValue("70") int plannedSchool,
        @DefaultValue("80") int plannedCenter,
        @DefaultValue("130") int plannedShort,
        @DefaultValue("50") int minimumDiploma,
        @DefaultValue("40") int minimumShort,
        @DefaultValue("30d") Period effectiveAhead) {

    public int planned(ClassType type, VenueType venue) {
        return type.isShortCourse() ? plannedShort : venue == VenueType.SCHOOL ? plannedSchool : plannedCenter;
    }

    public int minimum(ClassType type) {
        return type.isShortCourse() ? minimumShort : minimumDiploma;
    }

    /** Planned learners and one tenth more, rounded down, never above the largest room. */
    public int seats(int planned, int largestRoom) {
        return Math.min(planned + planned / 10, largestRoom);
    }
}
