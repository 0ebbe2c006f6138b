package vn.hocvu.platform.webkit.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be done, as it is told to people and programs.
 *
 * @param status      HTTP status
 * @param code        stable name
 * @param headline    what happened, in the language of the reader
 * @param detail      which value was wrong, which rule said so
 * @param values      values the detail names
 * @param errors      what is wrong with single fields
 * @param neededRoles words for the roles that would have permitted it, empty if that is not the reason
 * @param traceId     reference under which the logs tell more
 * @param formId      form in which it happened, absent outside forms
 * @param again       address at which to try again, absent if there is none
 * @param retryAfter  seconds to wait, 0 if waiting does not help
 */
public record Failure(
        int status,
        String code,
        String headline,
        @Nullable String detail,
        Map<String, Object> values,
        List<Mistake> errors,
        String neededRoles,
        String traceId,
        @Nullable String formId,
        @Nullable String again,
        int retryAfter) {

    /** Request attribute under which a failure reaches the page that shows it. */
    public static final String ATTRIBUTE = "vn.hocvu.failure";

    /**
     * One field.
     *
     * @param text what is wrong with it, in the language of the reader
     */
    public record Mistake(String field, String text) {}

    Failure in(@Nullable String form, @Nullable String address, int newStatus, String newHeadline) {
        return new Failure(
                newStatus, code, newHeadline, detail, values, errors, neededRoles, traceId, form, address, retryAfter);
    }

    /** {@code ClassFull} as {@code urn:hocvu:problem:class-full}. */
    public String type() {
        return "urn:hocvu:problem:" + words("-");
    }

    /** {@code ClassFull} as "Class full". */
    public String title() {
        var title = words(" ");
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    private String words(String between) {
        return code.replaceAll("(?<=[a-z0-9])(?=[A-Z])", between).toLowerCase(java.util.Locale.ROOT);
    }
}
