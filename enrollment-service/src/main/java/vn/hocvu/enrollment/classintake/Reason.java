package vn.hocvu.enrollment.classintake;

import org.jspecify.annotations.Nullable;

/**
 * A reason code and, where the code says too little, its text.
 *
 * @param text needed with {@link LeavingReason#OTHER}, at most 1,000 characters, never a person's name
 */
public record Reason(LeavingReason code, @Nullable String text) {
    private static final int LONGEST = 1000;

    public Reason {
        if (text != null && text.length() > LONGEST) {
            throw new IllegalArgumentException("a reason has at most " + LONGEST + " characters, had " + text.length());
        }
    }

    public static Reason of(LeavingReason code) {
        return new Reason(code, null);
    }

    /** Whether nothing more need be said. */
    public boolean complete() {
        return code != LeavingReason.OTHER || (text != null && !text.isBlank());
    }
}
