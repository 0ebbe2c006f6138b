package vn.hocvu.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser of their own, signed in with a sample account. */
final class Person implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PICTURES = Path.of("target", "screens");

    private final String account;
    private final Manner manner;
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    Person(Browser browser, String account, Manner manner) {
        this.account = account;
        this.manner = manner;
        context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(manner.scripts())
                .setLocale(manner.locale())
                .setColorScheme(manner.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setViewportSize(manner.width(), manner.height())
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        context.setDefaultTimeout(PATIENCE.toMillis());
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // The browser reports every answer from 400 on; those are asserted where they are meant.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                faults.add(account + " at " + page.url() + ": " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:") && !request.url().startsWith("data:")) {
                faults.add(account + " at " + page.url() + ": asks a foreign host for " + request.url());
            }
        });
        page.onPageError(error -> faults.add(account + " at " + page.url() + ": " + error));
    }

    Page page() {
        return page;
    }

    /** What was wrong with any page so far. */
    List<String> faults() {
        return faults;
    }

    /** Opens an address, signing in where asked to. */
    void open(String address) {
        page.navigate(address);
        if (has("#password") && has("#username")) {
            page.locator("#username").fill(account);
            page.locator("#password").fill("hocvu");
            page.locator("#password").press("Enter");
            page.waitForURL(url -> url.startsWith(address.substring(0, address.indexOf('/', 8))));
            if (!page.url().equals(address)) {
                page.navigate(address);
            }
        }
        judge();
    }

    /** Fills the form that leads to the given path, opening its panel, and sends it; it must not be refused. */
    void submit(String pathEnd, Map<String, String> fields) {
        fillIn(pathEnd, fields);
        sendIn(pathEnd);
    }

    /** As {@link #submit}, then confirms the check-your-answers page. */
    void submitAndConfirm(String pathEnd, Map<String, String> fields) {
        submit(pathEnd, fields);
        Locator confirm = page.locator("button[name='_confirmed']");
        confirm.waitFor();
        activate(confirm);
        accepted();
    }

    void upload(String pathEnd, String name, byte[] content, Map<String, String> fields) {
        fillIn(pathEnd, fields);
        form(pathEnd)
                .locator("input[type='file']")
                .setInputFiles(new FilePayload(
                        name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", content));
        sendIn(pathEnd);
    }

    void fillIn(String pathEnd, Map<String, String> fields) {
        Locator form = form(pathEnd);
        Locator panel =
                page.locator("details:has(form[action$='" + pathEnd + "'])").first();
        if (panel.count() > 0 && panel.getAttribute("open") == null) {
            activate(panel.locator("summary").first());
        }
        fields.forEach((name, value) -> {
            Locator field =
                    form.locator("[name='" + name + "']:not([type='hidden'])").first();
            String tag = field.evaluate("e => e.tagName + ' ' + e.type").toString();
            if (tag.startsWith("SELECT")) {
                field.selectOption(value);
            } else if (tag.endsWith("checkbox") || tag.endsWith("radio")) {
                form.locator("[name='" + name + "'][value='" + value + "']").press("Space");
            } else {
                field.fill(value);
            }
        });
    }

    void sendIn(String pathEnd) {
        activate(form(pathEnd).locator("button[type='submit']").first());
        accepted();
    }

    private Locator form(String pathEnd) {
        Locator form =
                page.locator("form[method='post'][action$='" + pathEnd + "']").first();
        try {
            form.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            return form;
        } catch (TimeoutError missing) {
            throw lost("finds no form " + pathEnd, missing);
        }
    }

    private void accepted() {
        judge();
        if (has("#error-summary, .k-failure")) {
            throw lost("is refused", null);
        }
    }

    void follow(String selector) {
        activate(page.locator(selector).first());
        judge();
    }

    /** Follows a link or presses a button: with the mouse, or with the keyboard by those who browse without scripts. */
    private void activate(Locator control) {
        if (manner.scripts()) {
            control.click();
        } else {
            control.press("Enter");
        }
        page.waitForLoadState();
    }

    /** Looks again until something is there; other services take a moment to hear of it. */
    void reloadUntil(BooleanSupplier there) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> {
                        page.reload();
                        return there.getAsBoolean();
                    });
        } catch (ConditionTimeoutException missing) {
            throw lost("waits in vain", missing);
        }
        judge();
    }

    boolean has(String selector) {
        return page.locator(selector).count() > 0;
    }

    /** What the page says, with plain spaces in its numbers. */
    String text() {
        return page.locator("main").innerText().replace('\u00a0', ' ');
    }

    byte[] download(String selector) {
        Download download =
                page.waitForDownload(() -> activate(page.locator(selector).first()));
        try (var content = download.createReadStream()) {
            return content.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Keeps a picture of the page for people to look at. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + "-" + manner.name() + ".png")));
    }

    /** What is wrong with the page as it stands, on the narrowest window too. */
    List<String> allFaults() {
        return Judge.allFaults(page, manner);
    }

    private void judge() {
        faults.addAll(Judge.faults(page, manner));
    }

    private AssertionError lost(String what, @Nullable Throwable cause) {
        return new AssertionError(
                account + " " + what + " at " + page.url() + ":\n"
                        + page.locator("body").innerText(),
                cause);
    }

    @Override
    public void close() {
        context.close();
    }
}
