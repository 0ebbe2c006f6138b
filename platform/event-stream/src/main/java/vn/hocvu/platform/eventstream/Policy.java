package vn.hocvu.platform.eventstream;

import org.jspecify.annotations.Nullable;

/**
 * One sentence "when this happened, then order that": a pure function from a fact to at most one command.
 * The command's id is derived from the fact and the policy's name, so a second delivery is the same command.
 */
public interface Policy<F> {

    /** The consumed record this policy reacts to. */
    Class<F> fact();

    /** The command that follows, or null if nothing does. */
    @Nullable
    Object react(F fact);

    /** True for a refusal that the rule foresees: it is an outcome and nobody needs to act. */
    default boolean expects(RuntimeException refusal) {
        return false;
    }
}
