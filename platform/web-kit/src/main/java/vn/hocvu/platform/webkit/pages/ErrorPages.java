package vn.hocvu.platform.webkit.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what failed outside of any handler: in filters, in the container, or while a page was being made. */
@Controller
final class ErrorPages implements ErrorController {
    private final Failures failures;

    ErrorPages(Failures failures) {
        this.failures = failures;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var failure = failure(request);
        if (Failures.isApi(request)) {
            failures.write(failure, response);
            return null;
        }
        return FailureAdvice.page(failure, request, response);
    }

    private Failure failure(HttpServletRequest request) {
        if (request.getAttribute(Failure.ATTRIBUTE) instanceof Failure known) {
            return known;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return failures.of(thrown, request);
        }
        return failures.of(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404,
                request);
    }
}
