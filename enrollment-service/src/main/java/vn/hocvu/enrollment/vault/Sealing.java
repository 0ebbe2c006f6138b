package vn.hocvu.enrollment.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM as the vault uses it: a fresh nonce for every value, and what the value is about bound to it. */
final class Sealing {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    static SecretKey freshKey() {
        return key(random(KEY_BYTES));
    }

    static SecretKey key(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 256 bits, this one has " + 8 * bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** Nonce, then ciphertext with its tag. */
    static byte[] seal(SecretKey key, byte[] plain, String about) {
        try {
            var nonce = random(NONCE_BYTES);
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, about).doFinal(plain);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /** Fails if the key, the bytes, or what they are about are not those of the sealing. */
    static byte[] open(SecretKey key, byte[] sealed, String about) {
        try {
            var bytes = ByteBuffer.wrap(sealed);
            var nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            var rest = new byte[bytes.remaining()];
            bytes.get(rest);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, about).doFinal(rest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value does not open: wrong key, or not what it is said to be", e);
        }
    }

    static byte[] mark(SecretKey key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot mark", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String about) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
