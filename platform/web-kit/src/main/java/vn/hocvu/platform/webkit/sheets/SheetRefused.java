package vn.hocvu.platform.webkit.sheets;

import java.util.List;

/** An uploaded file that is not taken: not a spreadsheet, too big, with formulas or macros, or without its header. */
public final class SheetRefused extends RuntimeException {
    private final String messageKey;
    private final transient List<Object> args;

    public SheetRefused(String messageKey, Object... args) {
        super(messageKey + " " + List.of(args));
        this.messageKey = messageKey;
        this.args = List.of(args);
    }

    /** Key of the sentence, for example {@code sheet.formula}. */
    public String messageKey() {
        return messageKey;
    }

    public List<Object> args() {
        return args;
    }
}
