package vn.hocvu.reporting.publishedfigure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The paper an act rests on; only what identifies it, never its content.
 *
 * @param number number as printed, at most 100 characters
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
        require("document.number", number, LONGEST_NUMBER);
        require("document.issuer", issuer, LONGEST_NAME);
        if (signer != null) {
            require("document.signer", signer, LONGEST_NAME);
        }
    }

    private static void require(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new FigureRefusal.Malformed(field, "1 to " + longest + " characters", text.length());
        }
    }
}
