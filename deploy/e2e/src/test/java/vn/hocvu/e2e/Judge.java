package vn.hocvu.e2e;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What every page must stand up to: WCAG 2.2 AA as far as axe can tell, words instead of message keys, the language asked
 * for, and no sideways scrolling on the narrowest window (WCAG 1.4.10).
 */
final class Judge {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Pattern RAW_KEY = Pattern.compile("\\?\\?[a-z][A-Za-z0-9_.-]+_(vi|en)[A-Z_]*\\?\\?");
    private static final int NARROWEST = 320;

    /** Charts are drawn anew for the window only after the browser has told them of it. */
    private static final Duration SETTLED = Duration.ofSeconds(20);

    private static final String WIDE = """
            [...document.querySelectorAll('body *')]
                .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth)
                .map(e => e.outerHTML.slice(0, 120)).slice(0, 3).join()
            """;

    /** What a page lets somebody do, without the names of what it is about: axe finds the same in each such page. */
    private static final String SHAPE = """
            location.port + [location.pathname, document.title,
                document.querySelectorAll('#error-summary, .k-failure').length,
                ...[...document.querySelectorAll('main form')].map(form => form.getAttribute('action'))]
                .join(' ').replace(/[^ /]*\\d[^ /]*/g, '_')
            """;

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private Judge() {}

    static List<String> faults(Page page, Manner manner) {
        List<String> faults = new ArrayList<>();
        RAW_KEY.matcher(page.content()).results().forEach(key -> faults.add(page.url() + ": raw key " + key.group()));
        String language = page.locator("html").getAttribute("lang");
        if (!manner.locale().startsWith(language)) {
            faults.add(page.url() + ": is in '" + language + "'");
        }
        if (page.locator("h1").count() != 1) {
            faults.add(page.url() + ": has " + page.locator("h1").count() + " first headings");
        }
        if (manner.scripts() && SEEN.add(manner.name() + page.evaluate(SHAPE))) {
            for (Rule violation : new AxeBuilder(page)
                    .setLegacyMode(true)
                    .options(onlyViolations())
                    .withTags(RULES)
                    .analyze()
                    .getViolations()) {
                faults.add(page.url() + ": " + violation.getId() + ", " + violation.getHelp() + ", "
                        + violation.getNodes().getFirst().getHtml());
            }
        }
        return faults;
    }

    /** As {@link #faults}, and at the narrowest window: nothing but data tables may be wider. */
    static List<String> allFaults(Page page, Manner manner) {
        List<String> faults = faults(page, manner);
        page.setViewportSize(NARROWEST, manner.height());
        try {
            Awaitility.await().pollInSameThread().atMost(SETTLED).until(() -> width(page) <= NARROWEST);
        } catch (ConditionTimeoutException wide) {
            faults.add(page.url() + ": is " + width(page) + " px wide in a window of " + NARROWEST + ": "
                    + page.evaluate(WIDE));
        }
        page.setViewportSize(manner.width(), manner.height());
        return faults;
    }

    /** Without this, axe describes every element of the page that is as it should be. */
    private static AxeRunOptions onlyViolations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static int width(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }
}
