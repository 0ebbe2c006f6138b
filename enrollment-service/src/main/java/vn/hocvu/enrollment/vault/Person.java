package vn.hocvu.enrollment.vault;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who a learner is. Never leaves the vault but to be shown to somebody entitled.
 *
 * @param fullName       in the usual Vietnamese order, NFC
 * @param identityNumber 9 or 12 digits
 * @param note           remark of the sending organisation
 */
public record Person(
        String fullName,
        LocalDate birthDate,
        Sex sex,
        String identityNumber,
        @Nullable String note) {
    public Person {
        if (fullName.isBlank() || fullName.length() > 200) {
            throw new IllegalArgumentException("a full name has 1 to 200 characters");
        }
        if (!identityNumber.matches("\\d{9}|\\d{12}")) {
            throw new IllegalArgumentException("an identity number has 9 or 12 digits");
        }
    }

    /** Sex as the identity card says. */
    public enum Sex {
        MALE,
        FEMALE
    }

    /** Whether both are the same person by everything but the note. */
    public boolean sameAs(Person other) {
        return fullName.equalsIgnoreCase(other.fullName)
                && birthDate.equals(other.birthDate)
                && identityNumber.equals(other.identityNumber);
    }

    /** Says nothing: whatever is printed may end up in a log. */
    @Override
    public String toString() {
        return "Person";
    }
}
