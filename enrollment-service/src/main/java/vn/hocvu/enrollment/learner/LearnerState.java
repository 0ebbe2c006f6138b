package vn.hocvu.enrollment.learner;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.learner.LearnerEvent.DiplomaHeld;
import vn.hocvu.enrollment.learner.LearnerEvent.LearnerRegistered;
import vn.hocvu.enrollment.learner.LearnerEvent.PlaceClaimed;
import vn.hocvu.enrollment.learner.LearnerEvent.PlaceFreed;

/**
 * What a learner's record knows of the past.
 *
 * @param places   class that holds the place, by level
 * @param diplomas year of the diploma, by level
 */
record LearnerState(Map<ClassType, ClassId> places, Map<ClassType, Integer> diplomas) {
    LearnerState {
        places = Map.copyOf(places);
        diplomas = Map.copyOf(diplomas);
    }

    static LearnerState registered() {
        return new LearnerState(Map.of(), Map.of());
    }

    Optional<ClassId> placeAt(ClassType level) {
        return Optional.ofNullable(places.get(level));
    }

    Optional<Integer> diplomaOf(ClassType level) {
        return Optional.ofNullable(diplomas.get(level));
    }

    LearnerState after(LearnerEvent event) {
        return switch (event) {
            case LearnerRegistered e -> registered();
            case PlaceClaimed e -> withPlaces(e.level(), e.classId());
            case PlaceFreed e -> withoutPlace(e.level());
            case DiplomaHeld e -> withDiploma(e.level(), e.year());
        };
    }

    private LearnerState withPlaces(ClassType level, ClassId classId) {
        var more = new EnumMap<ClassType, ClassId>(ClassType.class);
        more.putAll(places);
        more.put(level, classId);
        return new LearnerState(more, diplomas);
    }

    private LearnerState withoutPlace(ClassType level) {
        var fewer = new EnumMap<ClassType, ClassId>(ClassType.class);
        fewer.putAll(places);
        fewer.remove(level);
        return new LearnerState(fewer, diplomas);
    }

    private LearnerState withDiploma(ClassType level, int year) {
        var more = new EnumMap<ClassType, Integer>(ClassType.class);
        more.putAll(diplomas);
        more.put(level, year);
        return new LearnerState(places, more);
    }
}
