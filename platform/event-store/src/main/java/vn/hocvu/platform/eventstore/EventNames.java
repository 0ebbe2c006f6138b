package vn.hocvu.platform.eventstore;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The words under which events are kept: explicit and stable, whatever the classes come to be called. */
public final class EventNames {
    private final Map<String, Entry> byWord;
    private final Map<Class<?>, Entry> byType;

    private EventNames(Map<String, Entry> byWord, Map<Class<?>, Entry> byType) {
        this.byWord = Collections.unmodifiableMap(byWord);
        this.byType = Collections.unmodifiableMap(byType);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The word and revision of a class, if it is a registered event. */
    public Optional<Entry> of(Class<?> type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** The class behind a stored word, if it is registered. */
    public Optional<Entry> of(String name, int revision) {
        return Optional.ofNullable(byWord.get(word(name, revision)));
    }

    public Collection<Entry> all() {
        return byWord.values();
    }

    private static String word(String name, int revision) {
        return name + "/" + revision;
    }

    /**
     * One stored word.
     *
     * @param name     stable word, for example {@code ClassOpened}
     * @param revision 1 for the first form of that event
     */
    public record Entry(String name, int revision, Class<?> type) {}

    /** Collects the words of one service; refuses a word or class given twice. */
    public static final class Builder {
        private final Map<String, Entry> byWord = new LinkedHashMap<>();
        private final Map<Class<?>, Entry> byType = new LinkedHashMap<>();

        private Builder() {}

        public Builder add(String name, int revision, Class<?> type) {
            if (!name.matches("[A-Za-z][A-Za-z0-9]{0,99}") || revision < 1) {
                throw new IllegalArgumentException("not a stable event name: " + name + " revision " + revision);
            }
            var entry = new Entry(name, revision, type);
            if (byWord.putIfAbsent(word(name, revision), entry) != null) {
                throw new IllegalArgumentException("event name given twice: " + name + " revision " + revision);
            }
            if (byType.putIfAbsent(type, entry) != null) {
                throw new IllegalArgumentException("event class named twice: " + type.getName());
            }
            return this;
        }

        public EventNames build() {
            return new EventNames(new LinkedHashMap<>(byWord), new LinkedHashMap<>(byType));
        }
    }
}
