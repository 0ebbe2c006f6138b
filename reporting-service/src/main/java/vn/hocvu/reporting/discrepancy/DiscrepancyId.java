package vn.hocvu.reporting.discrepancy;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names the register entry of one published figure: there is one for each. */
public record DiscrepancyId(@JsonValue String value) {
    private static final String PREFIX = "discrepancy-";

    public DiscrepancyId {
        if (!value.startsWith(PREFIX)) {
            throw new DiscrepancyRefusal.DiscrepancyNotFound(value);
        }
    }

    public static DiscrepancyId of(String figureId) {
        return new DiscrepancyId(PREFIX + figureId);
    }

    @Override
    public String toString() {
        return value;
    }
}
