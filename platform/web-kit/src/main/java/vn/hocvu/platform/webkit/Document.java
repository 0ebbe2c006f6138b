package vn.hocvu.platform.webkit;

import java.time.LocalDate;

/**
 * A paper as typed into the document fields of a form or sent with an upload.
 *
 * @param type   kind of paper, for example {@code DECISION}
 * @param number number as printed, for example "12-QĐ/TU"
 * @param date   date of the paper
 * @param issuer body that issued it
 * @param signer who signed it; empty if not known
 */
public record Document(String type, String number, LocalDate date, String issuer, String signer) {}
