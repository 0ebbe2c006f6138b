package vn.hocvu.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every page must stand up to: WCAG 2.2 AA as far as axe can tell, and words instead of message keys. */
final class Judge {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Pattern RAW_KEY = Pattern.compile("\\?\\?[a-z][A-Za-z0-9_.]+_(vi|en)\\?\\?");

    private Judge() {}

    static List<String> faults(Page page, boolean scripts) {
        List<String> faults = new ArrayList<>();
        Matcher raw = RAW_KEY.matcher(page.content());
        if (raw.find()) {
            faults.add(page.url() + ": raw message key " + raw.group());
        }
        if (scripts) {
            AxeResults results = new AxeBuilder(page).withTags(RULES).analyze();
            for (Rule violation : results.getViolations()) {
                faults.add(page.url() + ": " + violation.getId() + ", " + violation.getHelp() + ", "
                        + violation.getNodes().getFirst().getHtml());
            }
        }
        return faults;
    }
}
