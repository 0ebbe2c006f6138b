package vn.hocvu.enrollment.classintake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The official paper under which something was done; the paper itself is kept elsewhere.
 *
 * @param number as printed, for example {@code 05/QĐ-TĐT}
 * @param date   day printed on the paper
 * @param issuer body that issued it
 * @param signer who signed it, absent if the paper does not say
 */
public record DocumentRef(
        DocumentType type,
        String number,
        LocalDate date,
        String issuer,
        @Nullable String signer) {
    private static final int LONGEST = 200;

    public DocumentRef {
        requireText("number", number);
        requireText("issuer", issuer);
        if (signer != null) {
            requireText("signer", signer);
        }
    }

    private static void requireText(String part, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a document's " + part + " has 1 to " + LONGEST + " characters, was '" + text + "'");
        }
    }
}
