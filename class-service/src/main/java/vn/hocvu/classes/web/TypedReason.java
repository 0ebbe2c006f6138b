package vn.hocvu.classes.web;

import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.trainingclass.Reason;
import vn.hocvu.classes.trainingclass.ReasonCode;
import vn.hocvu.platform.webkit.Fields;

/** A reason as typed into a form; whoever chooses "other" says what. */
record TypedReason(ReasonCode code, @Nullable String text) {
    private static final int LONGEST = 500;

    static TypedReason of(Fields typed) {
        var code = typed.requiredChoice("reasonCode", ReasonCode.class);
        var text = typed.text("reasonText");
        if (code == ReasonCode.OTHER && text == null) {
            typed.reject("reasonText", "error.required");
        }
        if (text != null && text.length() > LONGEST) {
            typed.reject("reasonText", "error.tooLong", LONGEST);
        }
        return new TypedReason(code, text);
    }

    /** The reason, once the form was checked. */
    Reason checked() {
        return new Reason(code, text);
    }
}
