package vn.hocvu.reporting.publishedfigure;

import java.time.LocalDate;

/** The paper in which a figure was published. */
public record PublishedDocument(String type, String number, LocalDate date, String issuer, String signer) {

    public PublishedDocument {
        if (number.isBlank() || issuer.isBlank()) {
            throw new FigureRefusal.DocumentMissing();
        }
    }
}
