package vn.hocvu.planning.web;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.DocumentType;
import vn.hocvu.platform.webkit.Document;
import vn.hocvu.platform.webkit.Fields;

/** Reads the document fields of a form. */
final class Papers {
    private static final String FIELD = "document";

    private Papers() {}

    static DocumentRef required(Fields typed) {
        var paper = typed.requiredDocument(FIELD);
        checkType(typed, paper);
        typed.check();
        return ref(paper);
    }

    /** The paper of a form with more fields: to be asked for once the whole form was checked. */
    static Supplier<DocumentRef> proposed(Fields typed) {
        var paper = typed.requiredDocument(FIELD);
        checkType(typed, paper);
        return () -> ref(paper);
    }

    static @Nullable DocumentRef optional(Fields typed) {
        var paper = typed.document(FIELD);
        if (paper != null) {
            checkType(typed, paper);
        }
        typed.check();
        return paper == null ? null : ref(paper);
    }

    private static void checkType(Fields typed, Document paper) {
        if (Arrays.stream(DocumentType.values()).noneMatch(t -> t.name().equals(paper.type()))) {
            typed.reject(FIELD + "Type", "error.choice");
        }
        tooLong(typed, "Number", paper.number(), 100);
        tooLong(typed, "Issuer", paper.issuer(), 200);
        tooLong(typed, "Signer", paper.signer(), 200);
    }

    private static void tooLong(Fields typed, String part, String text, int most) {
        if (text.length() > most) {
            typed.reject(FIELD + part, "error.tooLong", most);
        }
    }

    private static DocumentRef ref(Document paper) {
        return new DocumentRef(
                DocumentType.valueOf(paper.type()),
                paper.number(),
                paper.date(),
                paper.issuer(),
                paper.signer().isBlank() ? null : paper.signer());
    }
}
