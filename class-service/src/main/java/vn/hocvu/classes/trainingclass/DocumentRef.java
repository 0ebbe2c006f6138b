package vn.hocvu.classes.trainingclass;

import java.time.LocalDate;

/**
 * The official paper a decision rests on; a reference, never a copy.
 *
 * @param number as printed, such as {@code 5/QĐ-REF}
 * @param issuer body that issued it
 * @param signer person or post that signed it
 */
public record DocumentRef(DocumentType type, String number, LocalDate date, String issuer, String signer) {
    public DocumentRef {
        Texts.require("document number", number, 60);
        Texts.require("document issuer", issuer, 200);
        Texts.require("document signer", signer, 200);
    }
}
