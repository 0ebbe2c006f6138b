package vn.hocvu.platform.webkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The organisations and venues everybody refers to by id. */
public final class Register {
    public static final String ORGANIZATIONS = "organizations";
    public static final String VENUES = "venues";

    private final Map<String, Map<String, Entry>> kinds = new LinkedHashMap<>();

    /** A register of the given entries, in the order in which lists offer them. */
    public Register(Map<String, List<Entry>> entries) {
        entries.forEach((kind, list) -> {
            var byId = new LinkedHashMap<String, Entry>();
            list.forEach(entry -> byId.put(entry.id(), entry));
            kinds.put(kind, byId);
        });
    }

    /**
     * @param kind {@link #ORGANIZATIONS} or {@link #VENUES}
     */
    public Optional<Entry> find(String kind, String id) {
        return Optional.ofNullable(kind(kind).get(id));
    }

    public List<Entry> all(String kind) {
        return List.copyOf(kind(kind).values());
    }

    /** Entries of one type, for example every {@code DISTRICT_COMMITTEE}. */
    public List<Entry> all(String kind, String type) {
        return kind(kind).values().stream().filter(e -> e.type().equals(type)).toList();
    }

    /** The printed name, or the id itself if the register does not know it. */
    public String name(String kind, String id) {
        return find(kind, id).map(Entry::name).orElse(id);
    }

    private Map<String, Entry> kind(String kind) {
        var entries = kinds.get(kind);
        if (entries == null) {
            throw new IllegalArgumentException("the register has " + kinds.keySet() + ", not " + kind);
        }
        return entries;
    }

    /** Choices for a select field: id and printed name. */
    public Map<String, String> choices(String kind) {
        return kind(kind).values().stream()
                .collect(LinkedHashMap::new, (map, e) -> map.put(e.id(), e.name()), Map::putAll);
    }

    /** Choices with a name of one's own making. */
    public Map<String, String> choices(String kind, Function<Entry, String> name) {
        return kind(kind).values().stream()
                .collect(LinkedHashMap::new, (map, e) -> map.put(e.id(), name.apply(e)), Map::putAll);
    }
}
