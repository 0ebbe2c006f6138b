package vn.hocvu.planning.trainingplan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.QuotaInvalid;

/**
 * What an item promises.
 *
 * @param classes          number of classes, 1 to 1,000
 * @param learners         number of learners in all of them, absent while it is ambiguous
 * @param learnersPerClass planned size of one class, if the plan states it
 * @param ambiguousValue   the number as printed while its meaning is open, else absent
 * @param readings         what that number may mean
 */
public record Quota(
        int classes,
        @Nullable Integer learners,
        @Nullable Integer learnersPerClass,
        LearnersScope scope,
        @Nullable Integer ambiguousValue,
        List<QuotaReading> readings) {
    private static final int MOST_CLASSES = 1_000;
    private static final int MOST_LEARNERS = 1_000_000;

    public Quota {
        within("quotaClasses", classes, MOST_CLASSES);
        within("learnersPerClass", learnersPerClass, MOST_LEARNERS);
        readings = List.copyOf(readings);
        if (scope == LearnersScope.EXPLICIT) {
            learners = agreed(classes, learners, learnersPerClass);
            within("quotaLearners", learners, MOST_LEARNERS);
            absent("ambiguousValue", ambiguousValue);
        } else {
            absent("quotaLearners", learners);
            within("ambiguousValue", required(ambiguousValue), MOST_LEARNERS);
        }
    }

    /** Classes and learners as the plan states them. */
    public static Quota explicit(int classes, int learners) {
        return new Quota(classes, learners, null, LearnersScope.EXPLICIT, null, List.of());
    }

    /** Classes of one size. */
    public static Quota ofSize(int classes, int learnersPerClass) {
        return new Quota(classes, null, learnersPerClass, LearnersScope.EXPLICIT, null, List.of());
    }

    /** Classes with a number of learners that can be read in several ways. */
    public static Quota ambiguous(int classes, int value, List<QuotaReading> readings) {
        return new Quota(classes, null, null, LearnersScope.AMBIGUOUS, value, readings);
    }

    public boolean isAmbiguous() {
        return scope == LearnersScope.AMBIGUOUS;
    }

    /** Learners planned for some of the classes; none while the number is ambiguous. */
    public int learnersOf(int some) {
        if (learnersPerClass != null) {
            return learnersPerClass * some;
        }
        return learners == null ? 0 : learners * some / classes;
    }

    /** The number of learners as the plan prints it, whatever it means; 0 if it prints none. */
    public int printedLearners() {
        if (learners != null) {
            return learners;
        }
        return ambiguousValue == null ? 0 : ambiguousValue;
    }

    /** True if it promises more classes or more learners than the other, and less of neither, in the same scope. */
    public boolean exceeds(Quota other) {
        return scope == other.scope
                && classes >= other.classes
                && printedLearners() >= other.printedLearners()
                && (classes > other.classes || printedLearners() > other.printedLearners());
    }

    private static @Nullable Integer agreed(int classes, @Nullable Integer learners, @Nullable Integer perClass) {
        if (learners == null) {
            return perClass == null ? Integer.valueOf(0) : Integer.valueOf(classes * perClass);
        }
        if (perClass != null && classes * perClass != learners) {
            throw new QuotaInvalid("learnersPerClass", perClass);
        }
        return learners;
    }

    private static int required(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private static void within(String field, @Nullable Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            throw new QuotaInvalid(field, value);
        }
    }

    private static void absent(String field, @Nullable Integer value) {
        if (value != null) {
            throw new QuotaInvalid(field, value);
        }
    }
}
