package vn.hocvu.platform.eventstore;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;

/**
 * A command with everything its envelope says: who orders it, under which id, and on which state.
 *
 * @param command         one of the service's commands
 * @param commandId       identifies this order for ever; the same id is decided at most once, at most 200 characters
 * @param expectedVersion last sequence of the aggregate that the actor saw, absent if any state will do
 * @param correlationId   id of what began the whole story; absent means the command begins it
 * @param causationId     id of the message that led to this command; absent means the command stands for itself
 */
public record Order(
        Object command,
        Actor actor,
        String commandId,
        @Nullable Long expectedVersion,
        @Nullable String correlationId,
        @Nullable String causationId) {

    private static final int LONGEST_ID = 200;

    public Order {
        if (commandId.isBlank() || commandId.length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    "a command id has 1 to " + LONGEST_ID + " characters, was " + commandId.length());
        }
    }

    /** A first order under a fresh id, on whatever state the aggregate has. */
    public static Order of(Object command, Actor actor) {
        return new Order(command, actor, UuidCreator.getTimeOrderedEpoch().toString(), null, null, null);
    }

    public Order withCommandId(String id) {
        return new Order(command, actor, id, expectedVersion, correlationId, causationId);
    }

    public Order withExpectedVersion(@Nullable Long version) {
        return new Order(command, actor, commandId, version, correlationId, causationId);
    }

    public Order causedBy(@Nullable String correlation, @Nullable String causation) {
        return new Order(command, actor, commandId, expectedVersion, correlation, causation);
    }
}
