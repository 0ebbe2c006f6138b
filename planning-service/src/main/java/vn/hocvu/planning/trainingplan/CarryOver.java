package vn.hocvu.planning.trainingplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The classes that run across the end of a day, with their learners, as the classes' own facts say.
 *
 * @param classIds      the classes, in a stable order
 * @param learners      sum of their rolls at the end of that day
 * @param effectiveAsOf the day
 * @param recordedAsOf  facts recorded later were not known
 */
public record CarryOver(List<ClassId> classIds, int learners, LocalDate effectiveAsOf, Instant recordedAsOf) {
    public CarryOver {
        classIds = List.copyOf(classIds);
    }

    public int classes() {
        return classIds.size();
    }
}
