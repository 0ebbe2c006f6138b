package vn.hocvu.platform.auditchain;

/** Characters beyond ASCII, checked while they are copied. */
final class Utf8 {
    private Utf8() {}

    /** Copies one character of two to four bytes; answers where the next begins. */
    static int copy(byte[] in, int at, int end, Text out) {
        var first = in[at] & 0xFF;
        var length = length(first);
        if (length == 0 || at + length > end || !secondFits(first, in[at + 1] & 0xFF)) {
            throw new Malformed("not UTF-8 (at byte " + at + ")");
        }
        for (var i = at + 2; i < at + length; i++) {
            if ((in[i] & 0xC0) != 0x80) {
                throw new Malformed("not UTF-8 (at byte " + i + ")");
            }
        }
        out.put(in, at, at + length);
        return at + length;
    }

    private static int length(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return 2;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return 3;
        }
        return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
    }

    /** No longer spelling than needed, no surrogates, nothing beyond the last code point. */
    private static boolean secondFits(int first, int second) {
        return switch (first) {
            case 0xE0 -> second >= 0xA0 && second <= 0xBF;
            case 0xED -> second >= 0x80 && second <= 0x9F;
            case 0xF0 -> second >= 0x90 && second <= 0xBF;
            case 0xF4 -> second >= 0x80 && second <= 0x8F;
            default -> second >= 0x80 && second <= 0xBF;
        };
    }
}
