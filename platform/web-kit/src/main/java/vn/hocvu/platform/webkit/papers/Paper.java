package vn.hocvu.platform.webkit.papers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An official paper in the format of Decree 30/2020, in the language of the paper. Number and date stay placeholders
 * until it is issued.
 *
 * @param superior     body above the issuer, in the first line
 * @param issuer       body that issues it, above the short rule
 * @param number       "Số: …/QĐ-…"
 * @param placeAndDate "Hà Nội, ngày … tháng … năm …"
 * @param title        kind of paper, "QUYẾT ĐỊNH"
 * @param about        what it is about
 * @param parts        text from the grounds to the last article
 * @param signature    lines above the place of the signature, "TM.", "KT." and office
 * @param recipients   lines of "Nơi nhận", the last one "Lưu: VT"
 * @param annexes      each on pages of its own
 * @param trace        line at the foot of every page that leads to the trail
 */
public record Paper(
        @Nullable String superior,
        String issuer,
        String number,
        String placeAndDate,
        String title,
        String about,
        List<Part> parts,
        List<String> signature,
        List<String> recipients,
        List<Annex> annexes,
        String trace) {
    public Paper {
        parts = List.copyOf(parts);
        signature = List.copyOf(signature);
        recipients = List.copyOf(recipients);
        annexes = List.copyOf(annexes);
    }

    /**
     * An annex, with page numbers of its own.
     *
     * @param heading   "Phụ lục I"
     * @param title     what it holds
     * @param reference the paper that it belongs to, "(Kèm theo Quyết định số …)"
     * @param wide      true if its pages lie on their side
     */
    public record Annex(String heading, String title, String reference, List<Part> parts, boolean wide) {
        public Annex {
            parts = List.copyOf(parts);
        }
    }
}
