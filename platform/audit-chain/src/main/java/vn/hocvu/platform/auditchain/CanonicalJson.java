package vn.hocvu.platform.auditchain;

import java.nio.charset.StandardCharsets;

/**
 * Brings JSON into the one form of RFC 8785: no white space, keys in the order of their UTF-16 code units, strings and
 * numbers in one spelling. Refuses what has no such form: duplicate keys, bad UTF-8, half surrogate pairs. Belongs to one
 * thread and is used again and again.
 */
public final class CanonicalJson {
    private static final int DEEPEST = 100;
    private static final int LONGEST_SAFE_INTEGER = 15;

    private final boolean exact;
    private final Text out;
    private final Members members = new Members();
    private byte[] in = {};
    private int at;
    private int end;
    private int depth;

    CanonicalJson(Text out, boolean exact) {
        this.out = out;
        this.exact = exact;
    }

    /** The canonical form of a text, exactly by RFC 8785. */
    public static byte[] of(String json) {
        return of(json, false);
    }

    /** The canonical form, refusing a number that a double cannot keep. */
    public static byte[] exactly(String json) {
        return of(json, true);
    }

    private static byte[] of(String json, boolean exact) {
        var out = new Text();
        new CanonicalJson(out, exact).append(json.getBytes(StandardCharsets.UTF_8));
        return out.copy();
    }

    void append(byte[] json) {
        append(json, 0, json.length);
    }

    /** The value that was added last, for reading; what it knows of its members ends with the next one. */
    JsonPart added(int from) {
        return new JsonPart(out.bytes, from, out.length, out.bytes[from] == '{' && members.known() ? members : null);
    }

    /** Adds the canonical form of one JSON value to the text. */
    void append(byte[] json, int from, int to) {
        in = json;
        at = from;
        end = to;
        depth = 0;
        members.clear();
        skipSpace();
        value();
        skipSpace();
        if (at != end) {
            throw refused("something after the end");
        }
    }

    private void value() {
        switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
    }

    private void object() {
        enter('{');
        var first = members.count();
        var begin = out.length;
        if (peek() == '}') {
            leave('}');
            return;
        }
        var sorted = true;
        while (true) {
            member();
            sorted &= members.count() - first == 1 || members.lastIsHigher(out.bytes);
            skipSpace();
            if (peek() == '}') {
                break;
            }
            expect(',');
            out.put(',');
            skipSpace();
        }
        if (!sorted) {
            members.sort(first, begin, out);
        }
        members.backTo(first, sorted);
        leave('}');
    }

    private void member() {
        var start = out.length;
        if (peek() != '"') {
            throw refused("a key is missing");
        }
        var plain = string();
        var keyEnd = out.length;
        skipSpace();
        expect(':');
        out.put(':');
        skipSpace();
        value();
        members.add(start, keyEnd, out.length, plain);
    }

    private void array() {
        enter('[');
        if (peek() == ']') {
            leave(']');
            return;
        }
        while (true) {
            value();
            skipSpace();
            if (peek() == ']') {
                leave(']');
                return;
            }
            expect(',');
            out.put(',');
            skipSpace();
        }
    }

    private void enter(int bracket) {
        if (++depth > DEEPEST) {
            throw refused("nested too deeply");
        }
        at++;
        out.put(bracket);
        skipSpace();
    }

    private void leave(int bracket) {
        depth--;
        at++;
        out.put(bracket);
    }

    /** Answers whether the string has only ASCII and no escape. */
    private boolean string() {
        out.put('"');
        at++;
        var plain = true;
        while (true) {
            var from = at;
            at = endOfPlain(in, from, end);
            out.put(in, from, at);
            var b = peek();
            if (b == '"') {
                at++;
                out.put('"');
                return plain;
            }
            plain = false;
            if (b == '\\') {
                escape();
            } else if (b < 0) {
                at = Utf8.copy(in, at, end, out);
            } else {
                throw refused("a control character in a string");
            }
        }
    }

    /** Where the characters end that need no care; with nothing but locals, since most of all time is spent here. */
    private static int endOfPlain(byte[] in, int from, int end) {
        for (var i = from; i < end; i++) {
            var b = in[i];
            if (b < 0x20 || b == '"' || b == '\\') {
                return i;
            }
        }
        return end;
    }

    private void escape() {
        at++;
        var c = peek();
        at++;
        switch (c) {
            case '"', '\\', '/' -> out.codePoint(c);
            case 'b' -> out.codePoint('\b');
            case 'f' -> out.codePoint('\f');
            case 'n' -> out.codePoint('\n');
            case 'r' -> out.codePoint('\r');
            case 't' -> out.codePoint('\t');
            case 'u' -> out.codePoint(codePoint());
            default -> throw refused("an unknown escape");
        }
    }

    private int codePoint() {
        var unit = hex4();
        if (unit < Character.MIN_SURROGATE || unit > Character.MAX_SURROGATE) {
            return unit;
        }
        if (unit <= Character.MAX_HIGH_SURROGATE && at + 1 < end && in[at] == '\\' && in[at + 1] == 'u') {
            at += 2;
            var low = (char) hex4();
            if (Character.isLowSurrogate(low)) {
                return Character.toCodePoint((char) unit, low);
            }
        }
        throw refused("half of a surrogate pair");
    }

    private int hex4() {
        var value = 0;
        for (var i = 0; i < 4; i++, at++) {
            var digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw refused("not a hexadecimal digit");
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private void literal(String word) {
        for (var i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        out.put(word);
    }

    private void number() {
        var from = at;
        if (peek() == '-') {
            at++;
        }
        var digits = digits();
        if (digits == 0 || (digits > 1 && in[at - digits] == '0')) {
            throw refused("not a number");
        }
        var whole = at == end || (in[at] != '.' && in[at] != 'e' && in[at] != 'E');
        if (whole && digits <= LONGEST_SAFE_INTEGER && !(in[from] == '-' && in[at - 1] == '0' && digits == 1)) {
            out.put(in, from, at);
            return;
        }
        if (at < end && in[at] == '.') {
            at++;
            requireDigits();
        }
        if (at < end && (in[at] == 'e' || in[at] == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            requireDigits();
        }
        out.put(CanonicalNumbers.of(new String(in, from, at - from, StandardCharsets.ISO_8859_1), exact));
    }

    private void requireDigits() {
        if (digits() == 0) {
            throw refused("not a number");
        }
    }

    private int digits() {
        var from = at;
        while (at < end && in[at] >= '0' && in[at] <= '9') {
            at++;
        }
        return at - from;
    }

    private void skipSpace() {
        while (at < end && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
            at++;
        }
    }

    private byte peek() {
        if (at >= end) {
            throw refused("it ends too early");
        }
        return in[at];
    }

    private void expect(int wanted) {
        if (peek() != wanted) {
            throw refused("'" + (char) wanted + "' is missing");
        }
        at++;
    }

    private Malformed refused(String reason) {
        return new Malformed("not canonical JSON: " + reason + " (at byte " + at + ")");
    }
}
