package vn.hocvu.classes.trainingclass;

import org.jspecify.annotations.Nullable;

/** Why something was not done as planned; {@link ReasonCode#OTHER} is explained in words. */
public record Reason(ReasonCode code, @Nullable String text) {
    /** @throws ClassRefusal.ReasonMissing if the code says nothing and no text does */
    public Reason {
        if (code == ReasonCode.OTHER && (text == null || text.isBlank())) {
            throw new ClassRefusal.ReasonMissing(code);
        }
        if (text != null && text.length() > 500) {
            throw new IllegalArgumentException("reason text must have at most 500 characters, had " + text.length());
        }
    }
}
