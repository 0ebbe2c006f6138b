package vn.hocvu.platform.auditchain;

import java.util.Arrays;

/** A growing text in UTF-8, with JSON strings in their canonical form. */
final class Text {
    private static final String HEX = "0123456789abcdef";

    byte[] bytes = new byte[4_096];
    int length;

    void clear() {
        length = 0;
    }

    void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    Text put(int b) {
        room(1);
        bytes[length++] = (byte) b;
        return this;
    }

    Text put(byte[] from, int start, int end) {
        var count = end - start;
        room(count);
        System.arraycopy(from, start, bytes, length, count);
        length += count;
        return this;
    }

    /** Letters of ASCII only. */
    @SuppressWarnings("deprecation") // the one call that copies ASCII without an encoder
    Text put(String ascii) {
        room(ascii.length());
        ascii.getBytes(0, ascii.length(), bytes, length);
        length += ascii.length();
        return this;
    }

    /** A JSON string with its quotes. */
    Text string(String value) {
        put('"');
        for (var i = 0; i < value.length(); ) {
            var codePoint = value.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw new Malformed("half of a surrogate pair");
            }
            codePoint(codePoint);
            i += Character.charCount(codePoint);
        }
        return put('"');
    }

    /** One character inside a JSON string, escaped where it must be. */
    void codePoint(int c) {
        if (c < 0x20 || c == '"' || c == '\\') {
            escaped(c);
        } else if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | c >> 6).continued(c);
        } else if (c < 0x10000) {
            put(0xE0 | c >> 12).continued(c >> 6).continued(c);
        } else {
            put(0xF0 | c >> 18).continued(c >> 12).continued(c >> 6).continued(c);
        }
    }

    private Text continued(int bits) {
        return put(0x80 | (bits & 0x3F));
    }

    private void escaped(int c) {
        put('\\');
        switch (c) {
            case '"', '\\' -> put(c);
            case '\b' -> put('b');
            case '\t' -> put('t');
            case '\n' -> put('n');
            case '\f' -> put('f');
            case '\r' -> put('r');
            default -> put("u00").put(HEX.charAt(c >> 4)).put(HEX.charAt(c & 0xF));
        }
    }

    /** A hash in its 64 digits. */
    Text hex(Hash hash) {
        room(2 * Hash.LENGTH);
        for (var i = 0; i < Hash.LENGTH; i++) {
            bytes[length++] = (byte) HEX.charAt(hash.at(i) >> 4 & 0xF);
            bytes[length++] = (byte) HEX.charAt(hash.at(i) & 0xF);
        }
        return this;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }
}
