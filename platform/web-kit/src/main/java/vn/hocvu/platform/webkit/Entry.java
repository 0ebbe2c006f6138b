package vn.hocvu.platform.webkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One organisation or venue of the register.
 *
 * @param id         stable short name, for example {@code ba-vi}
 * @param name       name as printed, for example "Ba Vì"
 * @param type       kind of organisation or venue, for example {@code DISTRICT_COMMITTEE}
 * @param parent     organisation above or owning it
 * @param attributes everything else the register knows, for example {@code fullName} or {@code rooms}
 */
public record Entry(
        String id, String name, String type, @Nullable String parent, Map<String, Object> attributes) {
    public Entry {
        attributes = Map.copyOf(attributes);
    }

    /** One attribute as text, empty if the register does not have it. */
    public String attribute(String key) {
        var value = attributes.get(key);
        return value == null ? "" : value.toString();
    }
}
