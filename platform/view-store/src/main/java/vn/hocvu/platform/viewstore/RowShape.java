package vn.hocvu.platform.viewstore;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** A short mark of what a row is made of, so that rows of an older shape are folded anew instead of misread. */
final class RowShape {

    private final TreeMap<String, String> described = new TreeMap<>();
    private final String root;

    private RowShape(Class<?> row) {
        this.root = row.getPackageName().replaceAll("^(\\w+\\.\\w+).*", "$1");
        describe(row);
    }

    static String of(Class<?> row) {
        var mark = new CRC32();
        mark.update(new RowShape(row).described.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(mark.getValue());
    }

    private void describe(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Arrays.stream(parameterized.getActualTypeArguments()).forEach(this::describe);
        } else if (type instanceof Class<?> c && c.getName().startsWith(root) && !described.containsKey(c.getName())) {
            described.put(c.getName(), "");
            if (c.isRecord()) {
                var components = c.getRecordComponents();
                described.put(
                        c.getName(),
                        Arrays.toString(Arrays.stream(components)
                                .map(part -> part.getName() + ":"
                                        + part.getGenericType().getTypeName())
                                .toArray()));
                Arrays.stream(components).forEach(part -> describe(part.getGenericType()));
            }
            if (c.isSealed()) {
                Arrays.stream(c.getPermittedSubclasses()).forEach(this::describe);
            }
        }
    }
}
