package vn.hocvu.platform.auditchain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value inside a text that is canonical JSON already; read without copying until somebody asks for a value. */
final class JsonPart {
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final @Nullable Members members;

    JsonPart(byte[] bytes, int from, int to) {
        this(bytes, from, to, null);
    }

    /** A value whose members have been seen already. */
    JsonPart(byte[] bytes, int from, int to, @Nullable Members members) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.members = members;
    }

    /** Checks a text and reads it. */
    static JsonPart read(byte[] json, int length) {
        var text = new Text();
        new CanonicalJson(text, true).append(json, 0, length);
        return new JsonPart(text.bytes, 0, text.length);
    }

    static JsonPart read(String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        return read(bytes, bytes.length);
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The member of an object, if it is there. */
    @Nullable
    JsonPart find(String key) {
        if (members != null) {
            return members.find(bytes, key);
        }
        if (bytes[from] != '{') {
            throw new Malformed("an object with \"" + key + "\" was expected");
        }
        var at = from + 1;
        while (bytes[at] == '"') {
            var keyEnd = endOf(at);
            var valueEnd = endOf(keyEnd + 1);
            if (is(bytes, key, at, keyEnd)) {
                return new JsonPart(bytes, keyEnd + 1, valueEnd);
            }
            at = valueEnd + 1;
            if (bytes[valueEnd] == '}') {
                return null;
            }
        }
        return null;
    }

    JsonPart member(String key) {
        var found = find(key);
        if (found == null) {
            throw new Malformed("\"" + key + "\" is missing");
        }
        return found;
    }

    /** Keys here are ASCII without escapes, so that bytes can be compared. */
    static boolean is(byte[] bytes, String key, int start, int end) {
        if (end - start != key.length() + 2) {
            return false;
        }
        for (var i = 0; i < key.length(); i++) {
            if (bytes[start + 1 + i] != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    List<JsonPart> elements() {
        if (bytes[from] != '[') {
            throw new Malformed("an array was expected");
        }
        var elements = new ArrayList<JsonPart>();
        var at = from + 1;
        while (at < to - 1) {
            var end = endOf(at);
            elements.add(new JsonPart(bytes, at, end));
            at = end + 1;
        }
        return elements;
    }

    String text() {
        if (bytes[from] != '"') {
            throw new Malformed("a string was expected");
        }
        for (var i = from + 1; i < to - 1; i++) {
            if (bytes[i] == '\\') {
                return unescaped();
            }
        }
        return new String(bytes, from + 1, to - from - 2, StandardCharsets.UTF_8);
    }

    private String unescaped() {
        var raw = new String(bytes, from + 1, to - from - 2, StandardCharsets.UTF_8);
        var text = new StringBuilder(raw.length());
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            switch (raw.charAt(++i)) {
                case 'b' -> text.append('\b');
                case 't' -> text.append('\t');
                case 'n' -> text.append('\n');
                case 'f' -> text.append('\f');
                case 'r' -> text.append('\r');
                case 'u' -> {
                    text.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(raw.charAt(i));
            }
        }
        return text.toString();
    }

    long number() {
        try {
            return Long.parseLong(raw());
        } catch (NumberFormatException e) {
            throw new Malformed("a whole number was expected, not " + raw());
        }
    }

    /** A SHA-256 in 64 hexadecimal digits. */
    Hash hash() {
        if (to - from != 2 + 2 * Hash.LENGTH) {
            throw new Malformed("a hash of 64 hexadecimal digits was expected");
        }
        try {
            var hash = new byte[Hash.LENGTH];
            for (var i = 0; i < hash.length; i++) {
                hash[i] = (byte) (HexFormat.fromHexDigit(bytes[from + 1 + 2 * i]) << 4
                        | HexFormat.fromHexDigit(bytes[from + 2 + 2 * i]));
            }
            return Hash.own(hash);
        } catch (NumberFormatException e) {
            throw new Malformed("a hash of 64 hexadecimal digits was expected");
        }
    }

    String raw() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Where the value that begins here ends. */
    private int endOf(int start) {
        var at = start;
        var open = 0;
        do {
            switch (bytes[at]) {
                case '"' -> at = endOfString(at);
                case '{', '[' -> {
                    open++;
                    at++;
                }
                case '}', ']' -> {
                    open--;
                    at++;
                }
                case ',', ':' -> at++;
                default -> at = endOfWord(at);
            }
        } while (open > 0);
        return at;
    }

    private int endOfString(int start) {
        var at = start + 1;
        while (bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private int endOfWord(int start) {
        var at = start;
        while (at < to && bytes[at] != ',' && bytes[at] != '}' && bytes[at] != ']') {
            at++;
        }
        return at;
    }
}
