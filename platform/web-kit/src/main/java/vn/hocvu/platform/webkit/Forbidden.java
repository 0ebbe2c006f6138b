package vn.hocvu.platform.webkit;

import java.util.Set;
import java.util.TreeSet;

/** The person signed in has none of the roles that a page or an API asks for. */
public final class Forbidden extends RuntimeException {
    private final Set<String> neededRoles;

    public Forbidden(Set<String> neededRoles) {
        super("needs one of " + new TreeSet<>(neededRoles));
        this.neededRoles = Set.copyOf(neededRoles);
    }

    public Set<String> neededRoles() {
        return neededRoles;
    }
}
