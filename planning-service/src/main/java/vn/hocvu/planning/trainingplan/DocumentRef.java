package vn.hocvu.planning.trainingplan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.DocumentMissing;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/**
 * The paper an act rests on; only what identifies it, never its content.
 *
 * @param number number as printed, for example "05-QĐ/TU", at most 100 characters
 * @param date   date of the paper
 * @param issuer body that issued it, at most 200 characters
 * @param signer who signed it, absent if not known
 */
public record DocumentRef(
        DocumentType type,
        String number,
        LocalDate date,
        String issuer,
        @Nullable String signer) {
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 200;

    public DocumentRef {
        require("documentNumber", number, LONGEST_NUMBER);
        require("documentIssuer", issuer, LONGEST_NAME);
        if (signer != null) {
            require("documentSigner", signer, LONGEST_NAME);
        }
    }

    /** Refuses an act without its paper. */
    public static DocumentRef required(@Nullable DocumentRef document) {
        if (document == null) {
            throw new DocumentMissing();
        }
        return document;
    }

    private static void require(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new Malformed(field, "1 to " + longest + " characters", text.length());
        }
    }
}
