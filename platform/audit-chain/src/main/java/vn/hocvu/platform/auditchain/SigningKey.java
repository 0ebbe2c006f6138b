package vn.hocvu.platform.auditchain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The private half of a key that signs checkpoints (Ed25519). */
public final class SigningKey {
    private static final int SEED = 32;
    private static final byte[] PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final PrivateKey key;
    private final VerifyingKey publicHalf;

    private SigningKey(byte[] seed) {
        try {
            this.key =
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(Keys.join(PREFIX, seed)));
            this.publicHalf = publicHalf(seed);
        } catch (GeneralSecurityException e) {
            throw new Malformed("not an Ed25519 private key: " + e.getMessage());
        }
        var probe = new byte[] {1};
        if (!publicHalf.verifies(probe, sign(probe))) {
            throw new IllegalStateException("this Java derives another public key from the private key");
        }
    }

    /**
     * Reads a key.
     *
     * @param text the 32 bytes of the seed in Base64, or the key as OpenSSL writes it (PEM, or its Base64 alone)
     */
    public static SigningKey of(String text) {
        var bytes = Keys.base64(text);
        var known = bytes.length == PREFIX.length + SEED
                && Arrays.equals(PREFIX, 0, PREFIX.length, bytes, 0, PREFIX.length);
        if (bytes.length != SEED && !known) {
            throw new Malformed("not an Ed25519 private key: 32 bytes in Base64, or PKCS#8, were expected");
        }
        return new SigningKey(Arrays.copyOfRange(bytes, bytes.length - SEED, bytes.length));
    }

    /** The JDK has no call for it: its generator takes exactly the seed from its source of randomness. */
    private static VerifyingKey publicHalf(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return VerifyingKey.of(generator.generateKeyPair().getPublic());
    }

    public VerifyingKey publicHalf() {
        return publicHalf;
    }

    String sign(byte[] content) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(content);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
