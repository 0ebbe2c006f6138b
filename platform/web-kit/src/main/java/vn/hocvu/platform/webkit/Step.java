package vn.hocvu.platform.webkit;

import org.jspecify.annotations.Nullable;

/**
 * One station in the life of an object, for the step line.
 *
 * @param label name of the station in the page's language
 * @param state {@code done}, {@code current}, {@code next} or {@code failed}
 * @param when  day or words below the label, absent if there are none
 */
public record Step(String label, String state, @Nullable String when) {}
