package vn.hocvu.enrollment.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final byte[] NAME = "Nguyễn Văn An".getBytes(StandardCharsets.UTF_8);
    private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    @Test
    void aSealedValueOpensWithItsKeyForWhatItIsAboutOnly() {
        var key = Sealing.freshKey();
        var sealed = Sealing.seal(key, NAME, "an/fullName");

        assertThat(Sealing.open(key, sealed, "an/fullName")).isEqualTo(NAME);
        assertThatIllegalStateException().isThrownBy(() -> Sealing.open(key, sealed, "binh/fullName"));
        assertThatIllegalStateException().isThrownBy(() -> Sealing.open(key, sealed, "an/birthDate"));
        assertThatIllegalStateException().isThrownBy(() -> Sealing.open(Sealing.freshKey(), sealed, "an/fullName"));
    }

    @Test
    void aChangedByteIsNoticed() {
        var key = Sealing.freshKey();
        var sealed = Sealing.seal(key, NAME, "an/fullName");
        sealed[sealed.length / 2] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> Sealing.open(key, sealed, "an/fullName"));
    }

    @Test
    void theSameValueNeverLooksTheSame() {
        var key = Sealing.freshKey();

        assertThat(Sealing.seal(key, NAME, "an/fullName")).isNotEqualTo(Sealing.seal(key, NAME, "an/fullName"));
    }

    @Test
    void aNewMasterKeyWrapsAndTheOldOneStillOpens() {
        var key = Sealing.freshKey();
        var before = new MasterKeys(OLD).wrap(key, "an");
        var rotated = new MasterKeys("1:" + OLD + ", 2:" + NEW);

        assertThat(rotated.unwrap(before, "an")).isEqualTo(key);
        assertThat(rotated.wrap(key, "an").masterVersion()).isEqualTo(2);
        assertThatIllegalStateException().isThrownBy(() -> new MasterKeys("2:" + NEW).unwrap(before, "an"));
    }

    @Test
    void withoutAProperKeyNothingStartsAndTheKeyIsNotRepeated() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new MasterKeys(null))
                .withMessageContaining("HOCVU_VAULT_KEY");
        assertThatIllegalStateException().isThrownBy(() -> new MasterKeys(" "));
        assertThatIllegalStateException()
                .isThrownBy(() -> new MasterKeys("c2hvcnQ="))
                .withMessageNotContaining("c2hvcnQ");
    }

    @Test
    void aPersonIsNeverPrinted() {
        var person =
                new Person("Nguyễn Văn An", java.time.LocalDate.of(1985, 1, 1), Person.Sex.MALE, "001085000001", null);

        assertThat(person).hasToString("Person");
    }
}
