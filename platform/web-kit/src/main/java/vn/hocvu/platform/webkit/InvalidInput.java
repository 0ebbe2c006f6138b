package vn.hocvu.platform.webkit;

import java.util.List;
import java.util.stream.Collectors;

/** Values that cannot be taken as they were typed; answered 400 to the API, and to a form with the form itself, 422. */
public final class InvalidInput extends RuntimeException {
    private final transient List<FieldError> errors;

    public InvalidInput(List<FieldError> errors) {
        super(errors.stream().map(e -> e.field() + ": " + e.messageKey()).collect(Collectors.joining(", ")));
        this.errors = List.copyOf(errors);
    }

    public static InvalidInput of(String field, String messageKey, Object... args) {
        return new InvalidInput(List.of(FieldError.of(field, messageKey, args)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
