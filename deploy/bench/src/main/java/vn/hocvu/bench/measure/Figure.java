package vn.hocvu.bench.measure;

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

    /** True when the median keeps the promise, or nothing is promised. */
    public boolean kept() {
        return target == null || target.isMetBy(samples.median());
    }

    /** A bound that the median shall keep. */
    public record Target(Bound bound, double value) {
        public enum Bound {
            AT_LEAST,
            AT_MOST
        }

        public static Target atLeast(double value) {
            return new Target(Bound.AT_LEAST, value);
        }

        public static Target atMost(double value) {
            return new Target(Bound.AT_MOST, value);
        }

        boolean isMetBy(double median) {
            return bound == Bound.AT_LEAST ? median >= value : median <= value;
        }

        @Override
        public String toString() {
            return (bound == Bound.AT_LEAST ? "≥ " : "≤ ") + value;
        }
    }
}
