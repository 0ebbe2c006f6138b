package vn.hocvu.platform.webkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Short sentences shown once on the next page: what has just been done. */
public final class Toasts {
    static final String ATTRIBUTE = "kitToasts";

    private final MessageSource messages;

    public Toasts(MessageSource messages) {
        this.messages = messages;
    }

    /** Something was done. */
    public void done(String messageKey, Object... args) {
        add(new Toast("success", text(messageKey, args), null, Map.of()));
    }

    /**
     * Something was done that a compensating act takes back; it is offered for ten seconds.
     *
     * @param undo   path to which the act is sent
     * @param fields what the act needs
     */
    public void doneUntil(String undo, Map<String, String> fields, String messageKey, Object... args) {
        add(new Toast("success", text(messageKey, args), undo, fields));
    }

    /** Something deserves attention although it was done. */
    public void warn(String messageKey, Object... args) {
        add(new Toast("warning", text(messageKey, args), null, Map.of()));
    }

    private String text(String messageKey, Object... args) {
        return messages.getMessage(messageKey, args, LocaleContextHolder.getLocale());
    }

    private static void add(Toast toast) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var next = RequestContextUtils.getOutputFlashMap(attributes.getRequest());
            var toasts = new ArrayList<Toast>();
            if (next.get(ATTRIBUTE) instanceof List<?> earlier) {
                earlier.forEach(t -> toasts.add((Toast) t));
            }
            toasts.add(toast);
            next.put(ATTRIBUTE, List.copyOf(toasts));
        }
    }

    /**
     * One sentence.
     *
     * @param tone {@code success} or {@code warning}
     * @param undo path of the compensating act, absent if there is none
     */
    public record Toast(String tone, String text, @Nullable String undo, Map<String, String> fields) {}
}
