package vn.hocvu.platform.auditchain;

import java.math.BigDecimal;

/** Numbers as RFC 8785 writes them, which is as ECMAScript does: the shortest digits that mean the same double. */
final class CanonicalNumbers {
    private static final int LAST_PLAIN_EXPONENT = 21;
    private static final int FIRST_PLAIN_EXPONENT = -6;

    private CanonicalNumbers() {}

    /**
     * The canonical text of a number.
     *
     * @param exact refuse a number that a double cannot keep, since two such numbers could share one text
     */
    static String of(String text, boolean exact) {
        var number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new Malformed("the number " + text + " is too large");
        }
        var canonical = of(number);
        if (exact && new BigDecimal(text).compareTo(new BigDecimal(canonical)) != 0) {
            throw new Malformed("the number " + text + " cannot be kept exactly; it belongs into a string");
        }
        return canonical;
    }

    static String of(double number) {
        if (number == 0) {
            return "0";
        }
        var decimal = shortest(Math.abs(number));
        var digits = decimal.unscaledValue().toString();
        // The decimal point stands after so many of the digits.
        var point = digits.length() - decimal.scale();
        var text = point > LAST_PLAIN_EXPONENT || point < FIRST_PLAIN_EXPONENT + 1
                ? withExponent(digits, point - 1)
                : plain(digits, point);
        return number < 0 ? "-" + text : text;
    }

    private static BigDecimal shortest(double number) {
        var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        // Java always gives two digits; where one means the same number, ECMAScript gives one.
        if (decimal.precision() == 2) {
            var tens = decimal.unscaledValue().intValueExact() / 10;
            var units = decimal.unscaledValue().intValueExact() % 10;
            var nearest = BigDecimal.valueOf(units < 5 ? tens : tens + 1, decimal.scale() - 1);
            if (nearest.doubleValue() == number) {
                return nearest.stripTrailingZeros();
            }
        }
        return decimal;
    }

    private static String plain(String digits, int point) {
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return digits + "0".repeat(point - digits.length());
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String withExponent(String digits, int exponent) {
        var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
