package vn.hocvu.bench.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** Repeated readings of one figure; the median is what is quoted, since the machines are noisy. */
public record Samples(List<Double> values) {

    public Samples {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a figure needs at least one sample");
        }
        values = List.copyOf(values);
    }

    public static Samples of(double... values) {
        return new Samples(DoubleStream.of(values).boxed().toList());
    }

    public double median() {
        return percentile(50);
    }

    public double min() {
        return percentile(0);
    }

    public double max() {
        return percentile(100);
    }

    /**
     * The value below which the given share of the readings lies, nearest rank.
     *
     * @param percent 0 to 100
     */
    public double percentile(double percent) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (percent == 50 && sorted.length % 2 == 0) {
            return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    /** Readings of two peers taken in the order A, B, B, A, so that a drift of the machine hits both alike. */
    public static Pair sideBySide(int rounds, DoubleSupplier a, DoubleSupplier b) {
        double[] ofA = new double[rounds * 2];
        double[] ofB = new double[rounds * 2];
        for (int round = 0; round < rounds; round++) {
            ofA[2 * round] = a.getAsDouble();
            ofB[2 * round] = b.getAsDouble();
            ofB[2 * round + 1] = b.getAsDouble();
            ofA[2 * round + 1] = a.getAsDouble();
        }
        return new Pair(of(ofA), of(ofB));
    }

    /** Two peers measured in one run; the ratio is taken pair by pair. */
    public record Pair(Samples a, Samples b) {
        public Samples ratio() {
            double[] ratios = new double[a.values().size()];
            Arrays.setAll(ratios, i -> a.values().get(i) / b.values().get(i));
            return of(ratios);
        }
    }
}
