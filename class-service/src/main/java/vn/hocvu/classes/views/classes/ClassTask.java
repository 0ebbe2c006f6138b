package vn.hocvu.classes.views.classes;

import java.util.Set;

/** What a class waits for, and from whom. */
@SuppressWarnings("ImmutableEnumChecker") // the sets come from Set.of
public enum ClassTask {
    START_RECRUITING("PLANNING_OFFICER"),
    /** Planning denied the slot. */
    ANSWER_DENIAL("PLANNING_OFFICER"),
    /** W8: extend, override with a document, or cancel. */
    DECIDE_ON_MINIMUM("SCHOOL_BOARD"),
    CONFIRM_READINESS("PLANNING_OFFICER"),
    OPEN("SCHOOL_BOARD"),
    GRADUATE("SCHOOL_BOARD"),
    CLOSE("SCHOOL_BOARD");

    private final Set<String> roles;

    ClassTask(String role) {
        this.roles = Set.of(role);
    }

    /** Role codes whose task it is. */
    public Set<String> roles() {
        return roles;
    }
}
