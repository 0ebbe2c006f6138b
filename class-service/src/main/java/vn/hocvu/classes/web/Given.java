package vn.hocvu.classes.web;

import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.webkit.InvalidInput;

/** What a JSON body must say. */
final class Given {
    private Given() {}

    /** @throws InvalidInput naming the field if it says nothing */
    static <T> T required(@Nullable T value, String field) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw InvalidInput.of(field, "error.required");
        }
        return value;
    }
}
