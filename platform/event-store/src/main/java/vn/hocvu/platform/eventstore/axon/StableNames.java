package vn.hocvu.platform.eventstore.axon;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import vn.hocvu.platform.eventstore.Aggregates;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstore.StoredJson;

/**
 * Writes and reads what is stored under stable words: events by the service's registry, states by the aggregate's name
 * and shape. The only class names on disk are the framework's own (tokens).
 */
final class StableNames extends Jackson3Serializer {
    private static final String FRAMEWORK = "org.axonframework.";

    private final EventNames names;
    private final Map<Class<?>, SimpleSerializedType> stateTypes = new LinkedHashMap<>();
    private final Map<String, Class<?>> stateClasses = new LinkedHashMap<>();

    private StableNames(Jackson3Serializer.Builder builder, EventNames names, Aggregates aggregates) {
        super(builder);
        this.names = names;
        for (var type : aggregates.types()) {
            var name = nameOf(type);
            stateTypes.put(type, new SimpleSerializedType(name, StateShape.of(type)));
            if (stateClasses.put(name, type) != null) {
                throw new IllegalArgumentException("two aggregates are called " + name);
            }
        }
    }

    /** The name that the framework also gives the aggregate's events. */
    private static String nameOf(Class<?> aggregate) {
        return AnnotationUtils.<String>findAnnotationAttribute(aggregate, AggregateRoot.class, "type")
                .filter(name -> !name.isEmpty())
                .orElse(aggregate.getSimpleName());
    }

    static StableNames of(EventNames names, Aggregates aggregates, ClassLoader classLoader) {
        var builder = Jackson3Serializer.builder()
                .classLoader(classLoader)
                .disableCachingOfUnknownClasses()
                .jsonMapperBuilderCustomizer(mapper -> {
                    StoredJson.applyTo(mapper);
                    // Tokens inside tokens carry their class; nothing else may.
                    mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType(FRAMEWORK)
                            .allowIfSubType("java.util.")
                            .build());
                });
        return new StableNames(builder, names, aggregates);
    }

    /** Whether a kept state is of the shape that the code has now. */
    boolean isCurrentState(String type, @Nullable String revision) {
        var state = stateClasses.get(type);
        return state != null && stateType(state).getRevision().equals(revision);
    }

    private SimpleSerializedType stateType(Class<?> aggregate) {
        var type = stateTypes.get(aggregate);
        if (type == null) {
            throw new IllegalArgumentException(aggregate.getName() + " is not among the service's Aggregates");
        }
        return type;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's signature
    public SerializedType typeForClass(Class type) {
        Class<?> asked = type;
        var event = names.of(asked);
        if (event.isPresent()) {
            return new SimpleSerializedType(
                    event.get().name(), String.valueOf(event.get().revision()));
        }
        if (stateTypes.containsKey(asked)) {
            return stateType(asked);
        }
        if (asked.getName().startsWith("vn.hocvu.")) {
            throw new IllegalArgumentException(
                    asked.getName() + " has no stable name: add it to the service's EventNames");
        }
        return super.typeForClass(asked);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        var event = names.of(type.getName(), revisionOf(type));
        if (event.isPresent()) {
            return event.get().type();
        }
        var state = stateClasses.get(type.getName());
        if (state != null) {
            return state;
        }
        if (type.getName().startsWith(FRAMEWORK)) {
            return super.classForType(type);
        }
        // Loudly: a reader that skipped what it does not know would give wrong answers for ever.
        throw new SerializationException("stored under a name that this service does not know: " + type.getName()
                + " revision " + type.getRevision());
    }

    private static int revisionOf(SerializedType type) {
        var revision = type.getRevision();
        return revision != null && revision.matches("\\d{1,6}") ? Integer.parseInt(revision) : 0;
    }
}
