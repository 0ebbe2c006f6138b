package vn.hocvu.platform.eventstore;

import java.util.Set;
import java.util.TreeSet;

/** The actor has none of the roles that permit the command. */
public final class NotPermitted extends RuntimeException {
    private final String command;
    private final transient Actor actor;
    private final Set<String> neededRoles;

    public NotPermitted(String command, Actor actor, Set<String> neededRoles) {
        super(actor.userId() + " may not order " + command + ", which needs one of " + new TreeSet<>(neededRoles));
        this.command = command;
        this.actor = actor;
        this.neededRoles = Set.copyOf(neededRoles);
    }

    /** Simple name of the command. */
    public String command() {
        return command;
    }

    public Actor actor() {
        return actor;
    }

    public Set<String> neededRoles() {
        return neededRoles;
    }
}
