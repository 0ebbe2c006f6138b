package vn.hocvu.classes.trainingclass;

import java.time.LocalDate;

/**
 * The official paper a decision rests on; a reference, never a copy.
 *
 * @param number as printed, such as {@code 5/QĐ-REF}
 * @param issuer body that issued it
 * @param signer person or post that signed it; empty if not known
 */
public record DocumentRef(DocumentType type, String number, LocalDate date, String issuer, String signer) {
    public DocumentRef {
        Texts.require("document number", number, 60);
        Texts.require("document issuer", issuer, 200);
        if (signer.length() > 200) {
            throw new IllegalArgumentException("document signer must have at most 200 characters");
        }
    }
}
