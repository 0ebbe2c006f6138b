package vn.hocvu.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Somebody at a browser of their own, signed in with a sample account. */
final class Person implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String account;
    private final BrowserContext context;
    private final Page page;
    private final boolean scripts;
    private final List<String> faults = new ArrayList<>();

    Person(Browser browser, String account, boolean scripts, int width, int height) {
        this.account = account;
        this.scripts = scripts;
        context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setLocale("vi-VN")
                .setViewportSize(width, height)
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        context.setDefaultTimeout(PATIENCE.toMillis());
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // The browser reports every answer from 400 on; those are asserted where they are meant.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                faults.add(account + " at " + page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> faults.add(account + " at " + page.url() + ": " + error));
    }

    Page page() {
        return page;
    }

    List<String> faults() {
        return faults;
    }

    /** Opens an address, signing in where asked to, and looks at the page as it is judged in the end. */
    void open(String address) {
        page.navigate(address);
        if (page.locator("#password").count() > 0 && page.locator("#username").count() > 0) {
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

    /** Fills the form that leads to the given path, opening its panel, and sends it. */
    void submit(String pathEnd, Map<String, String> fields) {
        Locator form = form(pathEnd);
        fill(form, fields);
        send(form);
    }

    /** As {@link #submit}, then confirms the check-your-answers page. */
    void submitAndConfirm(String pathEnd, Map<String, String> fields) {
        submit(pathEnd, fields);
        Locator confirm = page.locator("button[name='_confirmed']");
        confirm.waitFor();
        judge();
        confirm.click();
        page.waitForLoadState();
        judge();
    }

    void upload(String pathEnd, String name, byte[] content, Map<String, String> fields) {
        Locator form = form(pathEnd);
        fill(form, fields);
        form.locator("input[type='file']")
                .setInputFiles(new FilePayload(
                        name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", content));
        send(form);
    }

    private Locator form(String pathEnd) {
        Locator form =
                page.locator("form[method='post'][action$='" + pathEnd + "']").first();
        form.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        Locator panel =
                page.locator("details:has(form[action$='" + pathEnd + "'])").first();
        if (panel.count() > 0 && panel.getAttribute("open") == null) {
            panel.locator("summary").first().click();
        }
        return form;
    }

    private static void fill(Locator form, Map<String, String> fields) {
        fields.forEach((name, value) -> {
            Locator field =
                    form.locator("[name='" + name + "']:not([type='hidden'])").first();
            String tag = field.evaluate("e => e.tagName + ' ' + e.type").toString();
            if (tag.startsWith("SELECT")) {
                field.selectOption(value);
            } else if (tag.endsWith("checkbox") || tag.endsWith("radio")) {
                form.locator("[name='" + name + "'][value='" + value + "']").check();
            } else {
                field.fill(value);
            }
        });
    }

    private void send(Locator form) {
        form.locator("button[type='submit']").first().click();
        page.waitForLoadState();
        judge();
    }

    /** Looks again until something is there; other services take a moment to hear of it. */
    void reloadUntil(BooleanSupplier there) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
            page.reload();
            return there.getAsBoolean();
        });
        judge();
    }

    boolean has(String selector) {
        return page.locator(selector).count() > 0;
    }

    byte[] download(String selector) {
        Download download =
                page.waitForDownload(() -> page.locator(selector).first().click());
        try (var content = download.createReadStream()) {
            return content.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** No page may have a fault that axe finds, show a raw message key, or ask a foreign host for anything. */
    private void judge() {
        faults.addAll(Judge.faults(page, scripts));
    }

    @Override
    public void close() {
        context.close();
    }
}
