package vn.hocvu.platform.webkit.bulk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import vn.hocvu.platform.webkit.CommandIds;
import vn.hocvu.platform.webkit.Confirmation;
import vn.hocvu.platform.webkit.Confirmation.Answer;
import vn.hocvu.platform.webkit.Confirmation.Hidden;
import vn.hocvu.platform.webkit.Fields;
import vn.hocvu.platform.webkit.Requests;
import vn.hocvu.platform.webkit.pages.Failures;

/**
 * One act for many rows of a list: every row is shown once more before anything happens, each has an order and an outcome
 * of its own, and what could not be done stays chosen.
 */
public final class Bulk {
    /** Form field of each chosen row. */
    public static final String ROW = "row";
    /** Form field that chooses every row that matches the list's filter. */
    public static final String ALL = "allRows";
    /** Most rows of one act: a full roll with its waiting list, and every item of a big plan. */
    public static final int MOST = 600;

    private static final Set<String> OWN =
            Set.of(ROW, ALL, CommandIds.FIELD, Confirmation.FIELD, "_csrf", "_edit", Requests.VERSION_FIELD);

    private final HttpServletRequest request;
    private final Confirmation confirmation;
    private final Requests requests;
    private final CommandIds ids;
    private final Failures failures;
    private final MessageSource messages;

    /**
     * @param request the current request, whichever it is
     */
    public Bulk(
            HttpServletRequest request,
            Confirmation confirmation,
            Requests requests,
            CommandIds ids,
            Failures failures,
            MessageSource messages) {
        this.request = request;
        this.confirmation = confirmation;
        this.requests = requests;
        this.ids = ids;
        this.failures = failures;
        this.messages = messages;
    }

    /**
     * A row in words.
     *
     * @param label names it
     * @param href  address of its page
     * @param what  what will happen to it
     */
    public record Line(String label, String href, String what) {}

    /**
     * What became of a row.
     *
     * @param refusal why nothing was done, absent if it was
     */
    public record Result(Line line, @Nullable String refusal) {
        /** Code of the word that says it. */
        public String state() {
            return refusal == null ? "DONE" : "FAILED";
        }
    }

    /**
     * The chosen rows; none, or more than {@value #MOST}, is a mistake of the form.
     *
     * @param matching every row that matches the list's filter, for whoever chose them all
     */
    public List<Pick> picks(Fields typed, Supplier<List<Pick>> matching) {
        var picks = typed.checked(ALL)
                ? matching.get()
                : typed.all(ROW).stream().distinct().map(Pick::of).toList();
        if (picks.isEmpty()) {
            typed.reject(ROW, "bulk.none");
        } else if (picks.size() > MOST) {
            typed.reject(ROW, "bulk.many", MOST);
        }
        return picks;
    }

    /** True when this request comes from the page that showed the rows once more. */
    public boolean confirmed() {
        return confirmation.given();
    }

    /**
     * Shows every row with what will happen to it, and asks.
     *
     * @param question key of the question; its argument is the number of rows
     * @param submit   key of the button, a verb
     * @param answers  what was typed for all of them
     * @return the view to return from the controller
     */
    public String ask(
            Model model,
            String question,
            String submit,
            List<Pick> picks,
            Function<Pick, Line> describe,
            List<Answer> answers,
            List<String> consequences) {
        confirmation.ask(model, question + "|" + picks.size(), submit, answers, consequences);
        // The rows that were shown are those that are meant, whatever matches the filter by then.
        var hidden = typed(Set.of(ROW, ALL, Confirmation.FIELD, "_csrf"));
        picks.forEach(pick -> hidden.add(new Hidden(ROW, pick.value())));
        model.addAttribute("confirmHidden", hidden);
        model.addAttribute("bulkLines", picks.stream().map(describe).toList());
        return "kit/bulk-check";
    }

    /**
     * Does it to each row and shows what became of each.
     *
     * @param title    key of the result's title
     * @param describe says what will happen to a row
     * @param list     address of the list
     * @param act      gives the order for one row; a refusal of one does not touch the others
     * @return the view to return from the controller
     */
    public String run(
            Model model,
            String title,
            String list,
            List<Pick> picks,
            Function<Pick, Line> describe,
            BiConsumer<Pick, Batch> act) {
        var batch = new Batch(ids.from(request), requests);
        var lines = picks.stream().map(describe).toList(); // before anything happens
        var results = new ArrayList<Result>();
        var again = typed(OWN);
        for (int i = 0; i < picks.size(); i++) {
            var refusal = refusal(picks.get(i), batch, act);
            results.add(new Result(lines.get(i), refusal));
            if (refusal != null) {
                again.add(new Hidden(ROW, picks.get(i).value()));
            }
        }
        var failed = results.stream().filter(result -> result.refusal() != null).count();
        model.addAttribute("bulkTitle", messages.getMessage(title, null, LocaleContextHolder.getLocale()));
        model.addAttribute("bulkResults", results);
        model.addAttribute("bulkFailed", failed);
        model.addAttribute("bulkBatch", batch.id());
        model.addAttribute("bulkList", list);
        model.addAttribute("bulkAgain", again);
        model.addAttribute("bulkAction", request.getRequestURI());
        return "kit/bulk-result";
    }

    private @Nullable String refusal(Pick pick, Batch batch, BiConsumer<Pick, Batch> act) {
        try {
            act.accept(pick, batch);
            return null;
        } catch (RuntimeException refused) { // one refusal must not hide what became of the others
            var failure = failures.of(refused, request);
            return failure.detail() == null ? failure.headline() : failure.detail();
        }
    }

    private List<Hidden> typed(Set<String> without) {
        var hidden = new ArrayList<Hidden>();
        request.getParameterMap().forEach((name, values) -> {
            if (!without.contains(name)) {
                for (var value : values) {
                    hidden.add(new Hidden(name, value));
                }
            }
        });
        return hidden;
    }
}
