package vn.hocvu.platform.viewstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.StoredJson;

/** Turns rows into documents and back, by the same form in which events are stored. */
final class RowCodec {

    private static final JsonMapper JSON = StoredJson.mapper();

    private RowCodec() {}

    static Document write(Object row) {
        return Objects.requireNonNull((Document) value(JSON.<JsonNode>valueToTree(row)));
    }

    static <R> R read(Document document, Class<R> type) {
        return JSON.convertValue(document, type);
    }

    /** A value as it stands in a document, for use in a filter. */
    static @Nullable Object value(@Nullable Object javaValue) {
        return value(JSON.<JsonNode>valueToTree(javaValue));
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            Document document = new Document();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                document.append(field.getKey(), value(field.getValue()));
            }
            return document;
        }
        if (node.isArray()) {
            List<@Nullable Object> values = new ArrayList<>(node.size());
            node.forEach(element -> values.add(value(element)));
            return values;
        }
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToInt() ? (Object) node.intValue() : (Object) node.longValue();
        }
        return node.isNumber() ? (Object) node.doubleValue() : (Object) node.stringValue();
    }
}
