package vn.hocvu.platform.auditchain;

import java.util.Arrays;
import java.util.Base64;

/** Reading keys as people and tools write them. */
final class Keys {
    private Keys() {}

    static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new Malformed("a key is not Base64");
        }
    }

    static byte[] join(byte[] first, byte[] second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
