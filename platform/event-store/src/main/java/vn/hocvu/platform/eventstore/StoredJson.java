package vn.hocvu.platform.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * How events, states and messages are written as JSON: by field or record component, dates as ISO text, absent values
 * left out, and a record with one {@code @JsonValue} component as that value alone.
 */
public final class StoredJson {
    private StoredJson() {}

    /** Applies the form to a mapper. */
    public static void applyTo(JsonMapper.Builder mapper) {
        mapper.changeDefaultVisibility(checker -> checker.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withSetterVisibility(Visibility.NONE))
                .changeDefaultPropertyInclusion(inclusion -> inclusion
                        .withValueInclusion(JsonInclude.Include.NON_NULL)
                        .withContentInclusion(JsonInclude.Include.ALWAYS))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .annotationIntrospector(tools.jackson.databind.AnnotationIntrospector.pair(
                        new tools.jackson.databind.introspect.JacksonAnnotationIntrospector(), new SingleValues()));
    }

    /** A mapper of that form. */
    public static JsonMapper mapper() {
        var builder = JsonMapper.builder();
        applyTo(builder);
        return builder.build();
    }

    /** Reads a record back from the single value it was written as. */
    private static final class SingleValues extends NopAnnotationIntrospector {
        @Override
        public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated member) {
            return member instanceof AnnotatedConstructor constructor && isSingleValue(constructor)
                    ? JsonCreator.Mode.DELEGATING
                    : null;
        }

        private static boolean isSingleValue(AnnotatedConstructor constructor) {
            var type = constructor.getDeclaringClass();
            if (!type.isRecord() || constructor.getParameterCount() != 1) {
                return false;
            }
            var components = type.getRecordComponents();
            return components.length == 1
                    && constructor.getRawParameterType(0) == components[0].getType()
                    && isValue(type, components[0]);
        }

        private static boolean isValue(Class<?> type, RecordComponent component) {
            return component.getAccessor().isAnnotationPresent(JsonValue.class)
                    || Arrays.stream(type.getDeclaredFields())
                            .anyMatch(field -> field.isAnnotationPresent(JsonValue.class));
        }
    }
}
