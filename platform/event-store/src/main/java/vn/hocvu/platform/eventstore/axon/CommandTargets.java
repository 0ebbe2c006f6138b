package vn.hocvu.platform.eventstore.axon;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstore.Aggregates;

/** Which aggregate decides on a command: its kind, and its id where the command names one. */
final class CommandTargets {
    private static final String UNKNOWN = "unknown";

    private final Map<Class<?>, String> kinds = new HashMap<>();
    private final Map<Class<?>, Target> targets = new ConcurrentHashMap<>();

    CommandTargets(Aggregates aggregates) {
        for (var type : aggregates.types()) {
            Stream.<Executable>concat(
                            Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
                    .filter(handler -> AnnotationUtils.isAnnotationPresent(handler, CommandHandler.class))
                    .filter(handler -> handler.getParameterCount() > 0)
                    .forEach(handler -> kinds.put(handler.getParameterTypes()[0], type.getSimpleName()));
        }
    }

    /** Simple name of the aggregate that handles the command. */
    String kindOf(Object command) {
        return kinds.getOrDefault(command.getClass(), UNKNOWN);
    }

    @Nullable
    String targetOf(Object command) {
        var id = targets.computeIfAbsent(command.getClass(), CommandTargets::inspect)
                .of(command);
        return id == null ? null : id.toString();
    }

    private static Target inspect(Class<?> type) {
        for (var method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 0 && isTarget(method)) {
                method.setAccessible(true);
                return method::invoke;
            }
        }
        for (var field : type.getDeclaredFields()) {
            if (isTarget(field)) {
                field.setAccessible(true);
                return field::get;
            }
        }
        return command -> null;
    }

    private static boolean isTarget(AnnotatedElement element) {
        return AnnotationUtils.isAnnotationPresent(element, TargetAggregateIdentifier.class);
    }

    @FunctionalInterface
    private interface Target {
        @Nullable
        Object read(Object command) throws ReflectiveOperationException;

        default @Nullable Object of(Object command) {
            try {
                return read(command);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(
                        "cannot read the target of " + command.getClass().getName(), e);
            }
        }
    }
}
