package vn.hocvu.platform.auditchain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The public half of a key that signs checkpoints (Ed25519); told apart by the first 16 digits of its SHA-256. */
public final class VerifyingKey {
    private static final int RAW = 32;
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int SIGNATURE = 64;

    private final byte[] raw;
    private final PublicKey key;

    private VerifyingKey(byte[] raw) {
        this.raw = raw;
        try {
            this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Keys.join(PREFIX, raw)));
        } catch (GeneralSecurityException e) {
            throw new Malformed("not an Ed25519 public key: " + e.getMessage());
        }
    }

    /**
     * Reads a key.
     *
     * @param text the 32 bytes in Base64, or the key as OpenSSL writes it (PEM, or its Base64 alone)
     */
    public static VerifyingKey of(String text) {
        var bytes = Keys.base64(text);
        var known =
                bytes.length == PREFIX.length + RAW && Arrays.equals(PREFIX, 0, PREFIX.length, bytes, 0, PREFIX.length);
        if (bytes.length != RAW && !known) {
            throw new Malformed("not an Ed25519 public key");
        }
        return new VerifyingKey(Arrays.copyOfRange(bytes, bytes.length - RAW, bytes.length));
    }

    static VerifyingKey of(PublicKey key) {
        var encoded = key.getEncoded();
        return new VerifyingKey(Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length));
    }

    /** What entries name the key by, for example {@code ed25519:4fe1c0d2a9b37e55}. */
    public String id() {
        return "ed25519:" + TrailHash.plain(raw).toString().substring(0, 16);
    }

    /** The 32 bytes in Base64. */
    public String text() {
        return Base64.getEncoder().encodeToString(raw);
    }

    /** The key as OpenSSL reads it. */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(Keys.join(PREFIX, raw))
                + "\n-----END PUBLIC KEY-----\n";
    }

    boolean verifies(byte[] content, String signature) {
        try {
            var bytes = Base64.getDecoder().decode(signature);
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(content);
            return bytes.length == SIGNATURE && check.verify(bytes);
        } catch (IllegalArgumentException | SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return id();
    }
}
