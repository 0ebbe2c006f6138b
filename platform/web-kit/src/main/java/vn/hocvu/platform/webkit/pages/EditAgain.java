package vn.hocvu.platform.webkit.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.web.servlet.HandlerInterceptor;

/** Leads from the page that showed the answers back to the form, with everything typed. */
final class EditAgain implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (Failures.isApi(request) || !"POST".equals(request.getMethod()) || request.getParameter("_edit") == null) {
            return true;
        }
        var form = FormAgain.addressOf(request);
        if (form == null) {
            return true;
        }
        request.setAttribute(KitPage.TYPED, true);
        new FormAgain(form).render(Map.of(), request, response);
        return false;
    }
}
