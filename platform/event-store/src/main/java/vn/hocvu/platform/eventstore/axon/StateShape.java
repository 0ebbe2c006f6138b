package vn.hocvu.platform.eventstore.axon;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * A short mark of what an aggregate's state is made of. A kept state whose mark differs from the code's is not read:
 * the aggregate is folded from its events instead.
 */
final class StateShape {
    private static final int MARK_LENGTH = 12;

    private final String root;
    private final TreeMap<String, String> described = new TreeMap<>();

    private StateShape(Class<?> aggregate) {
        this.root = aggregate.getPackageName().replaceAll("^(\\w+\\.\\w+).*", "$1");
        describe(aggregate);
    }

    static String of(Class<?> aggregate) {
        var text = new StateShape(aggregate).described.toString();
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, MARK_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void describe(Type type) {
        switch (type) {
            case Class<?> c when c.isArray() -> describe(c.getComponentType());
            case Class<?> c -> describeClass(c);
            case ParameterizedType p -> {
                describe(p.getRawType());
                Arrays.stream(p.getActualTypeArguments()).forEach(this::describe);
            }
            case GenericArrayType a -> describe(a.getGenericComponentType());
            case WildcardType w -> Arrays.stream(w.getUpperBounds()).forEach(this::describe);
            default -> {}
        }
    }

    private void describeClass(Class<?> type) {
        if (!type.getName().startsWith(root) || described.containsKey(type.getName())) {
            return;
        }
        described.put(type.getName(), "");
        var fields = Arrays.stream(type.getDeclaredFields())
                .filter(f -> !f.isSynthetic() && !Modifier.isTransient(f.getModifiers()))
                .filter(f -> f.isEnumConstant() || !Modifier.isStatic(f.getModifiers()))
                .sorted(Comparator.comparing(java.lang.reflect.Field::getName))
                .toList();
        described.put(
                type.getName(),
                fields.stream()
                        .map(f -> f.getName() + ":" + f.getGenericType().getTypeName())
                        .toList()
                        .toString());
        fields.forEach(f -> describe(f.getGenericType()));
        if (type.getSuperclass() != null) {
            describe(type.getSuperclass());
        }
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(this::describe);
        }
    }
}
