package vn.hocvu.classes.web;

import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.trainingclass.ClassRefusal;
import vn.hocvu.classes.trainingclass.DocumentRef;
import vn.hocvu.classes.trainingclass.DocumentType;
import vn.hocvu.platform.webkit.Document;
import vn.hocvu.platform.webkit.FieldError;
import vn.hocvu.platform.webkit.InvalidInput;

/** An official paper as it comes in a JSON body. */
record Paper(
        @Nullable DocumentType type,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String issuer,
        @Nullable String signer) {

    /**
     * The paper a decision rests on.
     *
     * @throws ClassRefusal.DocumentMissing if there is none
     * @throws InvalidInput                 if a part of it is missing
     */
    static DocumentRef required(@Nullable Paper paper, String field) {
        if (paper == null) {
            throw new ClassRefusal.DocumentMissing(field);
        }
        return paper.checked(field);
    }

    static @Nullable DocumentRef optional(@Nullable Paper paper, String field) {
        return paper == null ? null : paper.checked(field);
    }

    /** The paper as typed into a form. */
    static DocumentRef of(Document typed, String field) {
        for (var type : DocumentType.values()) {
            if (type.name().equals(typed.type())) {
                return new DocumentRef(type, typed.number(), typed.date(), typed.issuer(), typed.signer());
            }
        }
        throw InvalidInput.of(field + "Type", "error.choice");
    }

    static @Nullable DocumentRef ofNullable(@Nullable Document typed, String field) {
        return typed == null ? null : of(typed, field);
    }

    private DocumentRef checked(String field) {
        if (type == null || number == null || number.isBlank() || date == null || issuer == null || issuer.isBlank()) {
            var missing = new ArrayList<FieldError>();
            add(missing, type == null, field + ".type");
            add(missing, number == null || number.isBlank(), field + ".number");
            add(missing, date == null, field + ".date");
            add(missing, issuer == null || issuer.isBlank(), field + ".issuer");
            throw new InvalidInput(missing);
        }
        return new DocumentRef(type, number, date, issuer, signer == null ? "" : signer);
    }

    private static void add(ArrayList<FieldError> errors, boolean missing, String field) {
        if (missing) {
            errors.add(FieldError.of(field, "error.required"));
        }
    }
}
