package vn.hocvu.platform.webkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value that cannot be taken as it was typed.
 *
 * @param field      name of the field in the form or JSON body
 * @param messageKey key of the sentence that says what is wrong, for example {@code error.required}
 * @param args       values named in the sentence
 * @param rejected   what was typed, absent if nothing was
 */
public record FieldError(
        String field,
        String messageKey,
        List<?> args,
        @Nullable Object rejected) {
    public FieldError {
        args = List.copyOf(args);
    }

    public static FieldError of(String field, String messageKey, Object... args) {
        return new FieldError(field, messageKey, List.of(args), null);
    }
}
