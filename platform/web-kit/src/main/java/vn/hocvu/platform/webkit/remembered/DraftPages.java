package vn.hocvu.platform.webkit.remembered;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.remembered.Remembered.Kind;

/** What the scripts of a page with forms ask for: everybody has drafts of their own, and no others. */
@RestController
@RequestMapping("/drafts")
@Allowed(Allowed.SIGNED_IN)
final class DraftPages {
    private static final Pattern PAGE = Pattern.compile("/[^#?\\p{Cntrl}]{0,299}");
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private final CurrentActor actor;
    private final Remembered remembered;

    DraftPages(CurrentActor actor, Remembered remembered) {
        this.actor = actor;
        this.remembered = remembered;
    }

    /**
     * A form that was begun.
     *
     * @param form   its id on the page
     * @param values what the page's script sent
     */
    record Draft(String form, String values, Instant at) {}

    @GetMapping
    List<Draft> of(@RequestParam String page) {
        return remembered.of(actor.get(), Kind.DRAFT, page(page)).stream()
                .map(note ->
                        new Draft(note.place().substring(note.place().indexOf('#') + 1), note.content(), note.at()))
                .toList();
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@RequestParam String page, @RequestParam String form, @RequestBody String values) {
        if (values.length() > Remembered.LONGEST) {
            throw InvalidInput.of("values", "error.tooLong", Remembered.LONGEST);
        }
        remembered.keep(actor.get(), Kind.DRAFT, place(page, form), values);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@RequestParam String page, @RequestParam String form) {
        remembered.forget(actor.get(), Kind.DRAFT, place(page, form));
    }

    private static String place(String page, String form) {
        if (!FORM.matcher(form).matches()) {
            throw InvalidInput.of("form", "error.value");
        }
        return page(page) + "#" + form;
    }

    private static String page(String page) {
        if (!PAGE.matcher(page).matches()) {
            throw InvalidInput.of("page", "error.value");
        }
        return page;
    }
}
