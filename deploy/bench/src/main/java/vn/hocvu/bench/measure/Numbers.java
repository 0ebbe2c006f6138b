package vn.hocvu.bench.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Measured numbers as they are written down: four digits that mean something, no more. */
public final class Numbers {
    private static final MathContext DIGITS = new MathContext(4);
    private static final int THOUSAND = 1_000;

    private Numbers() {}

    static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    }

    /** For people: thousands apart, no digits behind a large number. */
    public static String text(double value) {
        var format = new DecimalFormat(
                Math.abs(value) >= THOUSAND ? "#,##0" : "0.###", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        return format.format(rounded(value));
    }
}
