package vn.hocvu.classes.trainingclass;

import com.fasterxml.jackson.annotation.JsonValue;

/** Teaching periods (tiết), 1 to 5,000. */
public record Periods(@JsonValue int count) {
    /** @throws ClassRefusal.PeriodsInvalid outside 1 to 5,000 */
    public Periods {
        if (count < 1 || count > 5_000) {
            throw new ClassRefusal.PeriodsInvalid(count);
        }
    }
}
