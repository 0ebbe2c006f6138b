package vn.hocvu.enrollment.classintake;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why an intake said no. The simple name of each is its stable code. */
public abstract sealed class IntakeRefusal extends RuntimeException {
    private final transient Map<String, Object> values;

    private IntakeRefusal(String message, @Nullable Object... namesAndValues) {
        super(message);
        var named = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            named.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
        }
        this.values = Map.copyOf(named);
    }

    /** Stable name of the refusal. */
    public String code() {
        return getClass().getSimpleName();
    }

    /** The values that were wrong or decisive, by name, as text. */
    public Map<String, Object> values() {
        return values;
    }

    /** There is no such intake, or none that the person may know of. */
    public static final class IntakeNotFound extends IntakeRefusal {
        public IntakeNotFound(ClassId classId) {
            super("there is no intake " + classId, "classId", classId);
        }
    }

    /** Every seat is taken, and the waiting list too or not wanted. */
    public static final class ClassFull extends IntakeRefusal {
        public ClassFull(ClassId classId, Seats seats, int waiting) {
            super(
                    "class " + classId + " has " + seats + " seats, all taken; waiting: " + waiting,
                    "classId",
                    classId,
                    "seats",
                    seats,
                    "waiting",
                    waiting);
        }
    }

    /** Nobody can join in this phase of the intake. */
    public static final class IntakeNotOpen extends IntakeRefusal {
        public IntakeNotOpen(ClassId classId, Phase phase) {
            super("the intake of " + classId + " is " + phase, "classId", classId, "phase", phase);
        }
    }

    /** The class has opened, so that nobody joins as new any more. */
    public static final class WindowClosed extends IntakeRefusal {
        public WindowClosed(ClassId classId, LocalDate openedOn) {
            super(
                    "class " + classId + " opened on " + openedOn
                            + "; only a late enrolment under a document is possible",
                    "classId",
                    classId,
                    "openedOn",
                    openedOn);
        }
    }

    /** The organisation that sends the learner takes no part in the class. */
    public static final class OutsideFunding extends IntakeRefusal {
        public OutsideFunding(ClassId classId, OrgId orgId) {
            super(orgId + " takes no part in class " + classId, "classId", classId, "orgId", orgId);
        }
    }

    /** The learner has no place in the class. */
    public static final class NotOnRoll extends IntakeRefusal {
        public NotOnRoll(ClassId classId, LearnerId learnerId) {
            super(
                    "learner " + learnerId + " is not on the roll of " + classId,
                    "classId",
                    classId,
                    "learnerId",
                    learnerId);
        }
    }

    /** The roll is confirmed: nobody joins or leaves until the class opens, is cancelled, or recruits on. */
    public static final class RollHeld extends IntakeRefusal {
        public RollHeld(ClassId classId, RollVersion version) {
            super(
                    "the roll of " + classId + " is confirmed as version " + version
                            + " and held until the class opens",
                    "classId",
                    classId,
                    "rollVersion",
                    version);
        }
    }

    /** The roll is final: nobody joins or leaves but by death or correction. */
    public static final class RollFrozen extends IntakeRefusal {
        public RollFrozen(ClassId classId, Phase phase) {
            super("the roll of " + classId + " is " + phase + " and frozen", "classId", classId, "phase", phase);
        }
    }

    /** The class opened with another version of the roll than the confirmed one. */
    public static final class RollOutdated extends IntakeRefusal {
        public RollOutdated(ClassId classId, RollVersion given, RollVersion current) {
            super(
                    "the roll of " + classId + " is at version " + current + ", not " + given,
                    "classId",
                    classId,
                    "given",
                    given,
                    "current",
                    current);
        }
    }

    /** A learner moves only between classes of one level. */
    public static final class LevelsDiffer extends IntakeRefusal {
        public LevelsDiffer(ClassType from, ClassType to) {
            super("a learner of " + from + " cannot move to " + to, "from", from, "to", to);
        }
    }

    /** Not every learner of the final roll has an outcome. */
    public static final class OutcomesIncomplete extends IntakeRefusal {
        public OutcomesIncomplete(ClassId classId, int missing) {
            super(missing + " learners of " + classId + " have no outcome", "classId", classId, "missing", missing);
        }
    }

    /** The reason code needs words beside it. */
    public static final class ReasonMissing extends IntakeRefusal {
        public ReasonMissing(LeavingReason code) {
            super("reason " + code + " needs a text", "code", code);
        }
    }

    /** A deferral lasts at most 24 months and ends after it begins. */
    public static final class DeferralTooLong extends IntakeRefusal {
        public DeferralTooLong(LocalDate until, LocalDate latest) {
            super("a deferral until " + until + " is not before " + latest, "until", until, "latest", latest);
        }
    }

    /** Nobody leaves before having joined. */
    public static final class LeavesBeforeJoining extends IntakeRefusal {
        public LeavesBeforeJoining(LocalDate joinedOn, LocalDate effectiveOn) {
            super(
                    "the learner joined on " + joinedOn + " and cannot leave on " + effectiveOn,
                    "joinedOn",
                    joinedOn,
                    "effectiveOn",
                    effectiveOn);
        }
    }

    /** The command does not fit the phase the intake is in. */
    public static final class WrongState extends IntakeRefusal {
        public WrongState(ClassId classId, Phase phase, String needed) {
            super(
                    "the intake of " + classId + " is " + phase + ", not " + needed,
                    "classId",
                    classId,
                    "phase",
                    phase,
                    "needed",
                    needed);
        }
    }
}
