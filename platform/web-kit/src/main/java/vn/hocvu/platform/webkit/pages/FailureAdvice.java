package vn.hocvu.platform.webkit.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Answers everything a handler throws: a problem to programs, the form again or an error page to people. */
@ControllerAdvice
final class FailureAdvice {
    private final Failures failures;

    FailureAdvice(Failures failures) {
        this.failures = failures;
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {
        // The caller has left; there is nobody to answer.
    }

    @ExceptionHandler(Throwable.class)
    @Nullable
    Object any(Throwable thrown, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        var failure = failures.of(thrown, request);
        if (Failures.isApi(request)) {
            var answer = ResponseEntity.status(failure.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
            if (failure.retryAfter() > 0) {
                answer.header("Retry-After", String.valueOf(failure.retryAfter()));
            }
            return answer.body(failures.problem(failure));
        }
        var form = FormAgain.addressOf(request);
        if (form != null && FormAgain.suits(failure.status())) {
            var status = failure.status() == 400 ? 422 : failure.status();
            request.setAttribute(
                    Failure.ATTRIBUTE,
                    failure.in(request.getParameter("_formId"), form, status, failures.headline(status, request)));
            response.setStatus(status);
            return new ModelAndView(new FormAgain(form));
        }
        return page(failure, request, response);
    }

    static ModelAndView page(Failure failure, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(failure.status());
        if (failure.retryAfter() > 0) {
            response.setHeader("Retry-After", String.valueOf(failure.retryAfter()));
        }
        var again = failure.retryAfter() > 0 && "GET".equals(request.getMethod()) ? request.getRequestURI() : null;
        return new ModelAndView(
                "kit/error",
                Map.of(
                        "failure",
                        again == null ? failure : failure.in(null, again, failure.status(), failure.headline())));
    }
}
