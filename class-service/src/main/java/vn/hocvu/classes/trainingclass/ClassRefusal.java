package vn.hocvu.classes.trainingclass;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Why an order to a class was refused; the simple name of each type is its stable code. */
public abstract sealed class ClassRefusal extends RuntimeException {
    private final transient Map<String, Object> values;

    private ClassRefusal(String message, Map<String, Object> values) {
        super(message);
        this.values = values;
    }

    /** The offending values by name, as told to the person who asked. */
    public Map<String, Object> values() {
        return values;
    }

    /** A value breaks the rule of its field. */
    public static final class Malformed extends ClassRefusal {
        public Malformed(String field, Object value, String rule) {
            super(field + " was " + value + ": " + rule, Map.of("field", field, "value", value, "rule", rule));
        }
    }

    /** Reason code OTHER says nothing without a text. */
    public static final class ReasonMissing extends ClassRefusal {
        public ReasonMissing(ReasonCode code) {
            super("reason " + code + " needs a text", Map.of("reasonCode", code));
        }
    }

    /** The decision rests on a paper that was not named. */
    public static final class DocumentMissing extends ClassRefusal {
        public DocumentMissing(String field) {
            super("the document in " + field + " is missing", Map.of("field", field));
        }
    }

    /** The class does not exist, or not for the one who asks. */
    public static final class ClassNotFound extends ClassRefusal {
        public ClassNotFound(String classId) {
            super("there is no class " + classId, Map.of("classId", classId));
        }
    }

    /** The plan item does not exist or is not allocated. */
    public static final class PlanItemNotFound extends ClassRefusal {
        public PlanItemNotFound(String planItemId) {
            super("there is no allocated plan item " + planItemId, Map.of("planItemId", planItemId));
        }
    }

    /** The venue does not exist, or not for the one who asks. */
    public static final class VenueNotFound extends ClassRefusal {
        public VenueNotFound(VenueId venueId) {
            super("there is no venue " + venueId, Map.of("venueId", venueId.value()));
        }
    }

    /** The code belongs to another class of the same type and year. */
    public static final class ClassCodeTaken extends ClassRefusal {
        public ClassCodeTaken(ClassCode code, ClassType type, int year) {
            super(
                    "class code " + code + " is taken for " + type + " in " + year,
                    Map.of("classCode", code.value(), "classType", type, "year", year));
        }
    }

    /** The order does not fit where the class stands. */
    public static final class WrongState extends ClassRefusal {
        private WrongState(Step step, Enum<?> actual, Set<?> possible) {
            super(
                    step + " is possible for " + possible + ", the class is " + actual,
                    Map.of("step", step, "state", actual, "possibleIn", possible));
        }

        static WrongState forPhase(Step step, Phase phase) {
            return new WrongState(step, phase, new TreeSet<>(step.from()));
        }

        /** A short course is closed, every other class graduates. */
        static WrongState forKind(Step step, ClassType type) {
            var possible = new TreeSet<ClassType>();
            for (var each : ClassType.values()) {
                if (each.isShortCourse() != type.isShortCourse()) {
                    possible.add(each);
                }
            }
            return new WrongState(step, type, possible);
        }
    }

    /** Planning has not (yet) given the class a place in its item. */
    public static final class SlotNotGranted extends ClassRefusal {
        SlotNotGranted(PlanItemId item, Slot slot) {
            super("the slot in plan item " + item + " is " + slot, Map.of("planItemId", item.value(), "slot", slot));
        }
    }

    /** More seats than the largest room has places. */
    public static final class RoomTooSmall extends ClassRefusal {
        RoomTooSmall(VenueId venueId, Seats seats, int capacity) {
            super(
                    seats.count() + " seats do not fit into the largest room of " + venueId + " with " + capacity,
                    Map.of("venueId", venueId.value(), "seats", seats.count(), "capacity", capacity));
        }
    }

    /** A newer roll is already known. */
    public static final class RollOutdated extends ClassRefusal {
        RollOutdated(RollVersion given, RollVersion known) {
            super(
                    "roll version " + given.number() + " is older than " + known.number(),
                    Map.of("given", given.number(), "known", known.number()));
        }
    }

    /** Enrollment has not confirmed the roll since recruiting started or was extended. */
    public static final class RollNotConfirmed extends ClassRefusal {
        RollNotConfirmed(ClassCode code) {
            super("the roll of class " + code + " is not confirmed", Map.of("classCode", code.value()));
        }
    }

    /** Fewer learners than the minimum, and no document allows it. */
    public static final class BelowMinimum extends ClassRefusal {
        BelowMinimum(Headcount enrolled, Headcount minimum) {
            super(
                    enrolled.count() + " learners are below the minimum of " + minimum.count(),
                    Map.of("enrolled", enrolled.count(), "minimum", minimum.count()));
        }
    }

    /** More learners than seats. */
    public static final class AboveSeats extends ClassRefusal {
        AboveSeats(Headcount enrolled, Seats seats) {
            super(
                    enrolled.count() + " learners are more than " + seats.count() + " seats",
                    Map.of("enrolled", enrolled.count(), "seats", seats.count()));
        }
    }

    /** Readiness has not been confirmed. */
    public static final class NotReady extends ClassRefusal {
        NotReady(ClassCode code, Phase phase) {
            super("class " + code + " is " + phase + ", not ready", Map.of("classCode", code.value(), "state", phase));
        }
    }

    /** A class opens in the year of its plan item. */
    public static final class OutsidePlanYear extends ClassRefusal {
        OutsidePlanYear(LocalDate effectiveOn, int planYear) {
            super(
                    effectiveOn + " lies outside plan year " + planYear,
                    Map.of("effectiveOn", effectiveOn, "planYear", planYear));
        }
    }

    /** A number of periods that no class can have. */
    public static final class PeriodsInvalid extends ClassRefusal {
        PeriodsInvalid(int periods) {
            super("periods must be 1 to 5000, was " + periods, Map.of("periods", periods));
        }
    }

    /** Less was taught than the curriculum asks for. */
    public static final class TeachingIncomplete extends ClassRefusal {
        TeachingIncomplete(Periods delivered, Periods needed) {
            super(
                    delivered.count() + " periods delivered of " + needed.count(),
                    Map.of("delivered", delivered.count(), "needed", needed.count()));
        }
    }

    /** Enrollment has not sent the final roll. */
    public static final class RollNotFinal extends ClassRefusal {
        public RollNotFinal(ClassCode code) {
            super("the final roll of class " + code + " is not known yet", Map.of("classCode", code.value()));
        }
    }

    /** The outcomes are not exactly those of the final roll. */
    public static final class OutcomesIncomplete extends ClassRefusal {
        OutcomesIncomplete(int finalRoll, Set<LearnerId> missing, Set<LearnerId> unexpected, int unfit) {
            super(
                    "final roll of " + finalRoll + ": " + missing.size() + " without outcome, " + unexpected.size()
                            + " not on the roll or named twice, " + unfit + " with an outcome of another kind of class",
                    Map.of(
                            "finalRoll",
                            finalRoll,
                            "missing",
                            missing.size(),
                            "unexpected",
                            unexpected.size(),
                            "unfit",
                            unfit));
        }
    }
}
