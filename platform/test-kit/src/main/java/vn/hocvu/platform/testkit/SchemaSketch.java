package vn.hocvu.platform.testkit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A first JSON Schema of a payload record, for its owner to describe further. */
final class SchemaSketch {
    private SchemaSketch() {}

    static Map<String, Object> of(String title, Class<?> payload) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.putAll(object(payload));
        return schema;
    }

    private static Map<String, Object> object(Class<?> type) {
        var properties = new LinkedHashMap<String, Object>();
        for (var component : type.getRecordComponents()) {
            properties.put(component.getName(), of(component.getGenericType()));
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                Arrays.stream(type.getRecordComponents())
                        .filter(SchemaSketch::isRequired)
                        .map(RecordComponent::getName)
                        .toList());
        return schema;
    }

    private static boolean isRequired(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return component.getType() != Optional.class && !type.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> of(Type type) {
        return switch (type) {
            case ParameterizedType p -> ofParameterized(p);
            case Class<?> c -> ofClass(c);
            default -> Map.of();
        };
    }

    private static Map<String, Object> ofParameterized(ParameterizedType type) {
        var raw = (Class<?>) type.getRawType();
        var last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (raw == Optional.class) {
            return of(last);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return ordered("type", "array", "items", of(last));
        }
        return ordered("type", "object", "additionalProperties", of(last));
    }

    private static Map<String, Object> ofClass(Class<?> type) {
        if (type == LocalDate.class) {
            return ordered("type", "string", "format", "date");
        }
        if (type == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Map.of("type", "integer");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return Map.of("type", "number");
        }
        if (type.isEnum()) {
            var names =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return ordered("type", "string", "enum", names);
        }
        if (type.isRecord()) {
            return ofRecord(type);
        }
        return CharSequence.class.isAssignableFrom(type) ? Map.of("type", "string") : Map.of();
    }

    private static Map<String, Object> ofRecord(Class<?> type) {
        var components = List.of(type.getRecordComponents());
        var single =
                components.size() == 1 && components.getFirst().getAccessor().isAnnotationPresent(JsonValue.class);
        return single ? of(components.getFirst().getGenericType()) : object(type);
    }

    private static Map<String, Object> ordered(String k1, Object v1, String k2, Object v2) {
        var map = new LinkedHashMap<String, Object>();
        map.put(k1, v1);
        map.put(k2, v2);
        return map;
    }
}
