package vn.hocvu.platform.webkit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;

/** Has people check their answers before an act that cannot be undone. */
public final class Confirmation {
    /** Form field that says the answers were checked. */
    public static final String FIELD = "_confirmed";

    private static final Set<String> OWN = Set.of(FIELD, "_csrf");

    private final HttpServletRequest request;
    private final MessageSource messages;

    /**
     * @param request the current request, whichever it is
     */
    public Confirmation(HttpServletRequest request, MessageSource messages) {
        this.request = request;
        this.messages = messages;
    }

    /** True when this request comes from the page that showed the answers. */
    public boolean given() {
        return "true".equals(request.getParameter(FIELD));
    }

    /**
     * Shows the answers and what will follow from them, with a button that sends the same values again.
     *
     * @param titleKey     key of the question
     * @param submitKey    key of the button, a verb
     * @param answers      what was typed or chosen, as people read it
     * @param consequences keys of sentences that say what will happen and what cannot be undone; a key may carry its
     *                     values behind bars: {@code plan.allocate.total|45|3.621}
     * @return the view to return from the controller
     */
    public String ask(Model model, String titleKey, String submitKey, List<Answer> answers, List<String> consequences) {
        var hidden = new ArrayList<Hidden>();
        request.getParameterMap().forEach((name, values) -> {
            if (!OWN.contains(name)) {
                for (var value : values) {
                    hidden.add(new Hidden(name, value));
                }
            }
        });
        model.addAttribute("confirmTitle", text(titleKey));
        model.addAttribute("confirmSubmit", text(submitKey));
        model.addAttribute(
                "confirmAnswers",
                answers.stream()
                        .map(a -> new Answer(text(a.label()), a.value()))
                        .toList());
        model.addAttribute(
                "confirmConsequences", consequences.stream().map(this::text).toList());
        model.addAttribute("confirmHidden", hidden);
        model.addAttribute("confirmAction", request.getRequestURI());
        return "kit/confirm";
    }

    private String text(String keyAndValues) {
        var parts = keyAndValues.split("\\|", -1);
        var args = new Object[parts.length - 1];
        System.arraycopy(parts, 1, args, 0, args.length);
        return messages.getMessage(parts[0], args, LocaleContextHolder.getLocale());
    }

    /**
     * One answer.
     *
     * @param label key of its label
     * @param value as people read it
     */
    public record Answer(String label, String value) {}

    /** A typed value on its way through the page. */
    public record Hidden(String name, String value) {}
}
