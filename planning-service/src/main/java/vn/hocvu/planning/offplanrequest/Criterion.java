package vn.hocvu.planning.offplanrequest;

import org.jspecify.annotations.Nullable;

/**
 * One question of the assessment.
 *
 * @param met  the answer
 * @param note what it rests on
 */
public record Criterion(boolean met, @Nullable String note) {}
