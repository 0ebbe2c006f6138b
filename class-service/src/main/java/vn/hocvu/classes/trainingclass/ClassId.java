package vn.hocvu.classes.trainingclass;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Identity of one training class; its intake carries the same one. It is derived from what must be unique, so that the
 * store itself lets only one of two proposals with the same code come into being.
 */
public record ClassId(@JsonValue String value) {
    public ClassId {
        Texts.require("class id", value, 64);
    }

    /** The class with this code among those of its type and plan year. */
    public static ClassId of(ClassType type, int planYear, ClassCode code) {
        var name = type + "/" + planYear + "/" + code;
        return new ClassId(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
