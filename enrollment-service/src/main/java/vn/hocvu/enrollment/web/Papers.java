package vn.hocvu.enrollment.web;

import java.time.LocalDate;
import vn.hocvu.enrollment.classintake.DocumentRef;
import vn.hocvu.enrollment.classintake.DocumentType;
import vn.hocvu.platform.webkit.Fields;

/** Reads papers and business dates out of forms. */
final class Papers {
    private static final int AHEAD_DAYS = 30;
    private static final int LONGEST = 200;

    private Papers() {}

    /** The paper of the form; its fields are named as by the kit's document fragment. */
    static DocumentRef required(Fields typed, String prefix) {
        var type = typed.requiredChoice(prefix + "Type", DocumentType.class);
        var number = line(typed, prefix + "Number");
        var date = typed.requiredDate(prefix + "Date");
        var issuer = line(typed, prefix + "Issuer");
        var signer = typed.text(prefix + "Signer");
        return new DocumentRef(type, number, date, issuer, signer);
    }

    /** A business date: may lie in the past, and ahead by at most 30 days (configuration register). */
    static LocalDate effectiveOn(Fields typed, LocalDate today) {
        var date = typed.requiredDate("effectiveOn");
        if (date.isAfter(today.plusDays(AHEAD_DAYS))) {
            typed.reject("effectiveOn", "error.tooFarAhead", AHEAD_DAYS);
        }
        return date;
    }

    private static String line(Fields typed, String field) {
        var text = typed.required(field);
        if (text.length() > LONGEST) {
            typed.reject(field, "error.tooLong", LONGEST);
        }
        return text.isEmpty() || text.length() > LONGEST ? "-" : text;
    }
}
