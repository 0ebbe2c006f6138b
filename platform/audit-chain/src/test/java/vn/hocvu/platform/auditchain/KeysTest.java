package vn.hocvu.platform.auditchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Keys and signatures are those of RFC 8032. */
class KeysTest {
    private static final String SEED = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
    private static final String PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    private static final String SIGNATURE = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

    @Test
    void theSecondExampleOfTheRfc() {
        var key = SigningKey.of(base64(SEED));

        assertThat(key.publicHalf().text()).isEqualTo(base64(PUBLIC));
        assertThat(key.sign(new byte[] {0x72})).isEqualTo(base64(SIGNATURE));
        assertThat(key.publicHalf().verifies(new byte[] {0x72}, base64(SIGNATURE)))
                .isTrue();
        assertThat(key.publicHalf().verifies(new byte[] {0x73}, base64(SIGNATURE)))
                .isFalse();
        assertThat(key.publicHalf().verifies(new byte[] {0x72}, "not base64")).isFalse();
        assertThat(key.publicHalf().verifies(new byte[] {0x72}, "AAAA")).isFalse();
    }

    @Test
    void keysAreReadAsOpenSslWritesThem() {
        var key = SigningKey.of(base64(SEED));
        var pem = "-----BEGIN PRIVATE KEY-----\n" + base64("302e020100300506032b657004220420" + SEED)
                + "\n-----END PRIVATE KEY-----\n";

        assertThat(SigningKey.of(pem).publicHalf()).isEqualTo(key.publicHalf());
        assertThat(VerifyingKey.of(key.publicHalf().pem())).isEqualTo(key.publicHalf());
        assertThat(key.publicHalf().id()).matches("ed25519:[0-9a-f]{16}");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        var text = Base64.getEncoder().encodeToString("too short".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> SigningKey.of(text)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> VerifyingKey.of(text)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> VerifyingKey.of("%")).isInstanceOf(Malformed.class);
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
