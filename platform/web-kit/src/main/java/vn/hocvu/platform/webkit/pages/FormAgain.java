package vn.hocvu.platform.webkit.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/**
 * Shows the page of a form once more after its values were refused: the page's own handler is called as if it were
 * opened, with everything typed still in the request, so that nothing is lost and no controller needs a second path.
 */
final class FormAgain implements View {
    private static final String DONE = "vn.hocvu.form-again";
    private static final Pattern OWN_PAGE =
            Pattern.compile("/(?!/|api/|assets/|logout|oauth2/|login/)[^\\\\\\s]{0,2000}");

    private final String address;

    FormAgain(String address) {
        this.address = address;
    }

    /** Where the form of this request stands, if it says so and was not shown again already. */
    static @Nullable String addressOf(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod()) || request.getAttribute(DONE) != null) {
            return null;
        }
        String form;
        try {
            form = request.getParameter("_form");
        } catch (RuntimeException e) {
            return null; // the body itself could not be read, for example because it is too big
        }
        return form != null && OWN_PAGE.matcher(form).matches() && !form.contains("..") ? form : null;
    }

    static boolean suits(int status) {
        return status == 400
                || status == 409
                || status == 412
                || status == 413
                || status == 422
                || status == 429
                || status == 503;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        request.setAttribute(DONE, true);
        var opened = new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return "GET";
            }
        };
        request.getRequestDispatcher(address).forward(opened, response);
    }
}
