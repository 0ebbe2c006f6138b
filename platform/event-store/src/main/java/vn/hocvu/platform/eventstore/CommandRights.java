package vn.hocvu.platform.eventstore;

import java.util.Set;

/** Who may order what: the role codes that permit a command; whoever is not named may not. */
@FunctionalInterface
public interface CommandRights {
    /** Role codes that permit the command, {@link Actor#POLICY} among them if policies send it; empty means nobody. */
    Set<String> permitted(Object command);
}
