package vn.hocvu.classes.trainingclass;

import static vn.hocvu.classes.trainingclass.Phase.*;

import java.util.Set;

/** The life cycle as one table: each step, the phases it starts from, and who may take it. */
@SuppressWarnings("ImmutableEnumChecker") // the sets come from Set.of
public enum Step {
    PROPOSE(Set.of(), Set.of(Roles.CENTER_ADMIN, Roles.PLANNING_OFFICER)),
    NOTE_SLOT_GRANTED(Set.of(PROPOSED), Set.of(Roles.POLICY)),
    NOTE_SLOT_DENIED(Set.of(PROPOSED), Set.of(Roles.POLICY)),
    START_RECRUITING(Set.of(PROPOSED), Set.of(Roles.PLANNING_OFFICER)),
    EXTEND_RECRUITING(Set.of(RECRUITING, READY), Set.of(Roles.SCHOOL_BOARD)),
    RECORD_ROLL(Set.of(RECRUITING, READY), Set.of(Roles.POLICY)),
    OVERRIDE_MINIMUM(Set.of(RECRUITING), Set.of(Roles.SCHOOL_BOARD)),
    CONFIRM_READINESS(Set.of(RECRUITING), Set.of(Roles.PLANNING_OFFICER)),
    OPEN(Set.of(READY), Set.of(Roles.SCHOOL_BOARD)),
    HOLD_OPENING_CEREMONY(Set.of(OPENED, IN_PROGRESS), Set.of(Roles.PLANNING_OFFICER)),
    /** By policy at the first session; by the officer as long as the class has no timetable. */
    START_TEACHING(Set.of(OPENED), Set.of(Roles.POLICY, Roles.PLANNING_OFFICER)),
    /** From OPENED too: on the paper route nobody notes the first session. */
    SUSPEND(Set.of(OPENED, IN_PROGRESS), Set.of(Roles.SCHOOL_BOARD)),
    RESUME(Set.of(SUSPENDED), Set.of(Roles.SCHOOL_BOARD)),
    /** From OPENED too: on the paper route nobody notes the first session. */
    COMPLETE_TEACHING(Set.of(OPENED, IN_PROGRESS), Set.of(Roles.PLANNING_OFFICER)),
    RECORD_FINAL_ROLL(Set.of(TAUGHT), Set.of(Roles.POLICY)),
    GRADUATE(Set.of(TAUGHT), Set.of(Roles.SCHOOL_BOARD)),
    CLOSE(Set.of(TAUGHT), Set.of(Roles.SCHOOL_BOARD)),
    CANCEL(Set.of(PROPOSED, RECRUITING, READY), Set.of(Roles.SCHOOL_BOARD)),
    TERMINATE(Set.of(OPENED, IN_PROGRESS, SUSPENDED), Set.of(Roles.SCHOOL_BOARD));

    private final Set<Phase> from;
    private final Set<String> roles;

    Step(Set<Phase> from, Set<String> roles) {
        this.from = from;
        this.roles = roles;
    }

    /** The phases a class may be in for this step. */
    public Set<Phase> from() {
        return from;
    }

    /** Role codes that may order the step; {@code POLICY} is the system itself. */
    public Set<String> roles() {
        return roles;
    }

    void requireIn(Phase phase) {
        if (!from.contains(phase)) {
            throw ClassRefusal.WrongState.forPhase(this, phase);
        }
    }

    /** The role codes of domain section 1.3 that act on classes. */
    private static final class Roles {
        static final String POLICY = "POLICY";
        static final String PLANNING_OFFICER = "PLANNING_OFFICER";
        static final String SCHOOL_BOARD = "SCHOOL_BOARD";
        static final String CENTER_ADMIN = "CENTER_ADMIN";
    }
}
