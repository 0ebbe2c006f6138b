package vn.hocvu.bench.measure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param what    what was measured, in words
 * @param unit    unit of the samples, "×" for a ratio
 * @param target  what the product promises, absent if the figure is for orientation only
 */
public record Figure(
        String what, String unit, Samples samples, @Nullable Target target) {

    public static Figure orientation(String what, String unit, Samples samples) {
        return new Figure(what, unit, samples, null);
    }

    public static Figure promised(String what, String unit, Samples samples, Target target) {
        return new Figure(what, unit, samples, target);
    }

    /** True when the samples keep the promise, or nothing is promised. */
    public boolean kept() {
        return target == null || target.isMetBy(samples);
    }

    /**
     * A bound that the samples shall keep.
     *
     * @param percent which of the ordered samples is meant: 50 is the median
     */
    public record Target(Bound bound, double value, double percent) {
        private static final double MEDIAN = 50;

        /** On which side the samples shall lie. */
        public enum Bound {
            AT_LEAST,
            AT_MOST
        }

        /** The median shall be no less. */
        public static Target atLeast(double value) {
            return new Target(Bound.AT_LEAST, value, MEDIAN);
        }

        /** The median shall be no more. */
        public static Target atMost(double value) {
            return new Target(Bound.AT_MOST, value, MEDIAN);
        }

        /** So many of a hundred samples shall be no more. */
        public static Target atMost(double value, double percent) {
            return new Target(Bound.AT_MOST, value, percent);
        }

        boolean isMetBy(Samples samples) {
            double reached = samples.percentile(percent);
            return bound == Bound.AT_LEAST ? reached >= value : reached <= value;
        }

        @Override
        public String toString() {
            String side = bound == Bound.AT_LEAST ? "≥ " : "≤ ";
            String which = percent == MEDIAN ? "" : String.format(Locale.ROOT, "p%.0f ", percent);
            return which + side + Numbers.text(value);
        }
    }
}
