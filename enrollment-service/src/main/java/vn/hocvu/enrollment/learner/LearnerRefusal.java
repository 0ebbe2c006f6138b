package vn.hocvu.enrollment.learner;

import java.util.Map;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.LearnerId;

/** Why a learner's record said no. The simple name of each is its stable code. */
public abstract sealed class LearnerRefusal extends RuntimeException {
    private final transient Map<String, Object> values;

    private LearnerRefusal(String message, Map<String, Object> values) {
        super(message);
        this.values = values;
    }

    /** Stable name of the refusal. */
    public String code() {
        return getClass().getSimpleName();
    }

    /** The values that were wrong or decisive, by name, as text. */
    public Map<String, Object> values() {
        return values;
    }

    /** There is no such learner, or none that the person may know of. */
    public static final class LearnerNotFound extends LearnerRefusal {
        public LearnerNotFound(LearnerId learnerId) {
            super("there is no learner " + learnerId, Map.of("learnerId", learnerId.value()));
        }
    }

    /** Another class holds the learner's place at that level. */
    public static final class AlreadyStudying extends LearnerRefusal {
        public AlreadyStudying(LearnerId learnerId, ClassType level, ClassId classId) {
            super(
                    "learner " + learnerId + " already has a place at " + level + " in class " + classId,
                    Map.of("learnerId", learnerId.value(), "level", level.name(), "classId", classId.value()));
        }
    }

    /** The learner holds the diploma of that level and does not study for it again. */
    public static final class AlreadyHoldsDiploma extends LearnerRefusal {
        public AlreadyHoldsDiploma(LearnerId learnerId, ClassType level, int year) {
            super(
                    "learner " + learnerId + " holds the diploma " + level + " of " + year,
                    Map.of("learnerId", learnerId.value(), "level", level.name(), "year", Integer.toString(year)));
        }
    }

    /** The identity number belongs to somebody who is already known, under other particulars. */
    public static final class IdentityKnown extends LearnerRefusal {
        public IdentityKnown(LearnerId learnerId) {
            super(
                    "the identity number is known as learner " + learnerId + " with another name or birth date",
                    Map.of("learnerId", learnerId.value()));
        }
    }
}
