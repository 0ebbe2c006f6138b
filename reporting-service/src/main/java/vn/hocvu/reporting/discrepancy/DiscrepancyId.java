package vn.hocvu.reporting.discrepancy;

import com.fasterxml.jackson.annotation.JsonValue;
import vn.hocvu.reporting.publishedfigure.FigureId;

/** The register entry of one published figure in one measure. */
public record DiscrepancyId(@JsonValue String value) {
    private static final String PREFIX = "gap-";

    public DiscrepancyId {
        if (!value.startsWith(PREFIX) || value.length() > 410) {
            throw new DiscrepancyRefusal.DiscrepancyNotFound(value);
        }
    }

    /** Figure and entry are two histories, so their ids differ. */
    public static DiscrepancyId of(FigureId figure) {
        return new DiscrepancyId(PREFIX + figure);
    }

    @Override
    public String toString() {
        return value;
    }
}
