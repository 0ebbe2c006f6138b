package vn.hocvu.platform.eventstore;

import org.jspecify.annotations.Nullable;

/** The record of who tried what without the right to; kept in a transaction of its own, so that the refusal leaves its trace. */
public interface DeniedAttempts {
    /**
     * Records one attempt.
     *
     * @param attempt simple name of the command, or the page or resource asked for
     * @param target  id of what it was meant for, if known
     * @param reason  one of few words, such as {@code role} or {@code scope}
     * @param needed  what would have permitted it
     */
    void record(Actor actor, String attempt, @Nullable String target, String reason, @Nullable String needed);
}
