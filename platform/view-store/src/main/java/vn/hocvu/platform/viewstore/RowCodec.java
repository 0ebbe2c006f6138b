package vn.hocvu.platform.viewstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.StoredJson;

/** Turns rows into documents and back, by the same form in which events are stored. */
final class RowCodec {

    private static final JsonMapper JSON = StoredJson.mapper();
    // Not every server takes names with these; the full-width forms do not occur in keys.
    private static final char DOT = '\uFF0E';
    private static final char DOLLAR = '\uFF04';

    private RowCodec() {}

    static Document write(Object row) {
        var tree = JSON.<JsonNode>valueToTree(row);
        if (!tree.isObject()) {
            throw new IllegalArgumentException(row.getClass().getName() + " is no record of several fields");
        }
        return object(tree);
    }

    static <R> R read(Document document, Class<R> type) {
        return JSON.convertValue(plain(document), type);
    }

    /** A value as it stands in a document, for use in a filter. */
    static @Nullable Object value(@Nullable Object javaValue) {
        return switch (javaValue) {
            case null -> null;
            case String s -> s;
            case Integer i -> i;
            case Boolean b -> b;
            default -> value(JSON.<JsonNode>valueToTree(javaValue));
        };
    }

    private static Document object(JsonNode node) {
        var document = new Document();
        for (var field : node.properties()) {
            document.append(escaped(field.getKey()), value(field.getValue()));
        }
        return document;
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> object(node);
            case ARRAY -> {
                var values = new ArrayList<@Nullable Object>(node.size());
                node.forEach(element -> values.add(value(element)));
                yield values;
            }
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            case STRING, BINARY -> node.asString();
            case NULL, MISSING -> null;
        };
    }

    private static Object number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return node.doubleValue();
        }
        return node.canConvertToInt() ? (Object) node.intValue() : (Object) node.longValue();
    }

    static String escaped(String name) {
        return name.indexOf('.') < 0 && name.indexOf('$') < 0
                ? name
                : name.replace('.', DOT).replace('$', DOLLAR);
    }

    static String unescaped(String name) {
        return name.indexOf(DOT) < 0 && name.indexOf(DOLLAR) < 0
                ? name
                : name.replace(DOT, '.').replace(DOLLAR, '$');
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var plain = new Document();
                map.forEach((name, inner) -> plain.append(unescaped((String) name), plain(inner)));
                yield plain;
            }
            case List<?> list -> {
                var plain = new ArrayList<@Nullable Object>(list.size());
                list.forEach(inner -> plain.add(plain(inner)));
                yield plain;
            }
            case null -> null;
            default -> value;
        };
    }
}
