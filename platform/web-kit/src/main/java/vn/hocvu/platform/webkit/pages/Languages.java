package vn.hocvu.platform.webkit.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.hocvu.platform.webkit.Formats;

/** Vietnamese first, English by choice: pages keep the choice in a cookie, programs name it in Accept-Language. */
final class Languages extends CookieLocaleResolver {
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    Languages() {
        super("HOCVU_LANGUAGE");
        setDefaultLocaleFunction(request -> Formats.VIETNAMESE);
        setCookieMaxAge(KEPT);
        setCookieSameSite("Lax");
        setCookieHttpOnly(true);
        setRejectInvalidCookies(false);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (Failures.isApi(request)) {
            var wished = request.getHeader("Accept-Language");
            return wished != null && wished.startsWith("en") ? Locale.ENGLISH : Formats.VIETNAMESE;
        }
        return super.resolveLocale(request).getLanguage().equals("en") ? Locale.ENGLISH : Formats.VIETNAMESE;
    }

    @Override
    public org.springframework.context.i18n.LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return () -> resolveLocale(request); // asked again after a change by ?lang=
    }

    /** Takes {@code ?lang=} and {@code ?theme=} from any address. */
    static final class Choice implements HandlerInterceptor {
        private final boolean secure;

        Choice(boolean secure) {
            this.secure = secure;
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (!"GET".equals(request.getMethod()) || Failures.isApi(request)) {
                return true;
            }
            var language = request.getParameter("lang");
            if ("vi".equals(language) || "en".equals(language)) {
                var resolver = RequestContextUtils.getLocaleResolver(request);
                if (resolver != null) {
                    resolver.setLocale(request, response, Locale.of(language));
                }
            }
            var theme = request.getParameter("theme");
            if (theme != null && THEMES.contains(theme)) {
                var cookie = new Cookie(KitPage.THEME_COOKIE, theme);
                cookie.setPath("/");
                cookie.setMaxAge((int) KEPT.toSeconds());
                cookie.setSecure(secure);
                cookie.setAttribute("SameSite", "Lax");
                response.addCookie(cookie);
                request.setAttribute(KitPage.THEME_COOKIE, theme);
            }
            return true;
        }
    }
}
