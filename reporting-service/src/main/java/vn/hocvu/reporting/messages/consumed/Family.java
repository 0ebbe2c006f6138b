package vn.hocvu.reporting.messages.consumed;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hocvu.platform.eventstream.Fact;

/** The messages of one service that figures are made of, each read into the record named like it. */
public final class Family<T> {
    private final String source;
    private final Map<String, Class<? extends T>> types;

    /**
     * @param source word of the service in message types, for example {@code class}
     * @param root   sealed root of the records
     */
    public Family(String source, Class<T> root) {
        this.source = source;
        this.types = Arrays.stream(root.getPermittedSubclasses())
                .map(type -> type.<T>asSubclass(root))
                .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));
    }

    /** True if figures are made of this fact. */
    public boolean has(Fact<Heard> fact) {
        return fact.source().equals(source) && types.containsKey(fact.type());
    }

    /** The fact as figures see it; empty if it is none of this family. */
    public Optional<T> read(Fact<Heard> fact) {
        var type = fact.source().equals(source) ? types.get(fact.type()) : null;
        return type == null ? Optional.empty() : Optional.of(fact.body().as(type));
    }
}
