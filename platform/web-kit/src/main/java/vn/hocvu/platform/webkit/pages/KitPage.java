package vn.hocvu.platform.webkit.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.standard.expression.Fragment;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.Ids;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Menu;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.ServiceName;
import vn.hocvu.platform.webkit.Tones;
import vn.hocvu.platform.webkit.WebSettings;
import vn.hocvu.platform.webkit.bell.Bell;
import vn.hocvu.platform.webkit.bulk.Bulk;
import vn.hocvu.platform.webkit.tables.TablePage;
import vn.hocvu.platform.webkit.tables.TableQuery;

/** What templates may ask, as bean {@code kit}: who is here, what may be seen, what was typed, how words are shown. */
public final class KitPage {
    private static final Logger log = LoggerFactory.getLogger(KitPage.class);
    private static final String RING = "vn.hocvu.ring";
    static final String TYPED = "vn.hocvu.typed";
    static final String THEME_COOKIE = "HOCVU_THEME";
    static final String SHORTCUTS_COOKIE = "HOCVU_SHORTCUTS";
    private static final List<String> THEMES = List.of("auto", "light", "dark");
    private static final List<String> SERVICES = List.of("planning", "enrollment", "class", "reporting");
    private static final List<String> SHORTCUTS =
            List.of("/", "?", "g p", "g e", "g c", "g r", "j", "k", "a", "r", "Ctrl+Enter", "Esc");
    private static final List<String> DOCUMENT_TYPES = List.of(
            "PLAN", "DECISION", "OFFICIAL_LETTER", "PROPOSAL", "REPORT", "NOTICE", "MINUTES", "GUIDANCE", "AGREEMENT");

    private final HttpServletRequest request;
    private final CurrentActor actor;
    private final ServiceName service;
    private final WebSettings settings;
    private final Menu menu;
    private final Tones tones;
    private final Register register;
    private final Formats formats;
    private final MessageSource messages;
    private final Ids ids;
    private final Clock clock;
    private final Bell bell;
    private final JsonMapper json;
    private final BooleanSupplier ownSearch;

    KitPage(
            HttpServletRequest request,
            CurrentActor actor,
            ServiceName service,
            WebSettings settings,
            Menu menu,
            Tones tones,
            Register register,
            Formats formats,
            MessageSource messages,
            Ids ids,
            Clock clock,
            Bell bell,
            JsonMapper json,
            BooleanSupplier ownSearch) {
        this.request = request;
        this.actor = actor;
        this.service = service;
        this.settings = settings;
        this.menu = menu;
        this.tones = tones;
        this.register = register;
        this.formats = formats;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
        this.bell = bell;
        this.json = json;
        this.ownSearch = ownSearch;
    }

    // Who and where

    public boolean signedIn() {
        return actor.signedIn();
    }

    public boolean has(String... roles) {
        return actor.has(roles);
    }

    public String userName() {
        return actor.name();
    }

    public String userId() {
        return actor.signedIn() ? actor.get().userId() : "";
    }

    public String roleNames() {
        if (!actor.signedIn()) {
            return "";
        }
        return actor.get().roles().stream().sorted().map(this::role).collect(Collectors.joining(", "));
    }

    public @Nullable String organization() {
        return actor.signedIn() ? actor.get().organization() : null;
    }

    public String organizationName() {
        var own = organization();
        return own == null ? "" : register.name(Register.ORGANIZATIONS, own);
    }

    public String role(String code) {
        return Objects.requireNonNullElse(messages.getMessage("role." + code, null, code, locale()), code);
    }

    /** A person's sign-in name as it is; a policy is "the system". */
    public String actorName(String id) {
        return id.startsWith("When") ? text("kit.policy") : id;
    }

    public String service() {
        return SERVICES.contains(service.value()) ? service.value() : "other";
    }

    public boolean demo() {
        return settings.demo();
    }

    public String title(Object page) {
        return page + " · Học Vụ";
    }

    public Instant now() {
        return clock.instant();
    }

    public String printedFrom() {
        return request.getRequestURL().toString()
                + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    public boolean isWrite() {
        return !List.of("GET", "HEAD").contains(request.getMethod());
    }

    /** One entry of the navigation as shown. */
    public record MenuLine(String name, String path, String icon, boolean current) {}

    /** The entries this person may use. */
    public List<MenuLine> menu() {
        var visible = menu.items().stream()
                .filter(item -> item.roles().isEmpty() || has(item.roles().toArray(String[]::new)))
                .toList();
        var best = visible.stream()
                .map(Menu.Item::path)
                .filter(this::at)
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse("");
        return visible.stream()
                .map(i -> new MenuLine(i.name(), i.path(), i.icon(), i.path().equals(best)))
                .toList();
    }

    /** True on this page and the pages below it. */
    public boolean at(String path) {
        var here = request.getRequestURI();
        return here.equals(path) || here.startsWith(path + "/");
    }

    /** One of the services as the switch offers it. */
    public record ServiceLine(String name, String url, boolean current, String key) {}

    public List<ServiceLine> services() {
        return SERVICES.stream()
                .filter(settings.services()::containsKey)
                .map(name -> new ServiceLine(
                        name,
                        name.equals(service.value()) ? "/" : settings.services().get(name) + "/",
                        name.equals(service.value()),
                        name.substring(0, 1)))
                .toList();
    }

    /** Where the search box of the top bar leads; absent if nothing answers there. */
    public @Nullable String searchUrl() {
        return ownSearch.getAsBoolean() ? "/search" : null;
    }

    /** What the bell of this page shows. */
    public Bell.Ring bell() {
        if (request.getAttribute(RING) instanceof Bell.Ring known) {
            return known;
        }
        var ring = Bell.SILENT;
        try {
            ring = bell.ring(actor.get(), isWrite() ? "" : request.getRequestURI());
        } catch (
                RuntimeException
                        uncounted) { // no page, least of all the one that tells of a failure, fails for its bell
            log.atWarn().setCause(uncounted).log("A bell could not be counted; its page shows none");
        }
        request.setAttribute(RING, ring);
        return ring;
    }

    /** True where the bell has something to ring for. */
    public boolean rings() {
        return bell.rings();
    }

    /** How long a session lasts without a request, 0 if there is none. */
    public int sessionSeconds() {
        var session = request.getSession(false);
        return session == null ? 0 : session.getMaxInactiveInterval();
    }

    public List<String> shortcuts() {
        return SHORTCUTS;
    }

    public boolean shortcutsOn() {
        return !"off".equals(cookie(SHORTCUTS_COOKIE));
    }

    // Language and theme

    public String language() {
        return locale().getLanguage().equals("en") ? "en" : "vi";
    }

    public String otherLanguage() {
        return language().equals("en") ? "vi" : "en";
    }

    public String languageUrl() {
        return here("lang", otherLanguage());
    }

    public List<String> themes() {
        return THEMES;
    }

    public String theme() {
        var chosen = request.getAttribute(THEME_COOKIE) instanceof String now ? now : cookie(THEME_COOKIE);
        return THEMES.contains(chosen) ? chosen : "auto";
    }

    public String firstTheme() {
        return theme().equals("dark") ? "dark" : "light";
    }

    public String themeUrl(String theme) {
        return here("theme", theme);
    }

    private String here(String parameter, String value) {
        return UriComponentsBuilder.fromUriString(formPath())
                .replaceQueryParam(parameter, value)
                .build()
                .toUriString();
    }

    private String cookie(String name) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    // Messages, words, figures

    public List<?> toasts() {
        var input = RequestContextUtils.getInputFlashMap(request);
        return input != null && input.get("kitToasts") instanceof List<?> toasts ? toasts : List.of();
    }

    /** The message of that key, or the key's last part if there is none: for names that platform modules bring along. */
    public String text(String key) {
        var name = key.substring(key.lastIndexOf('.') + 1);
        return Objects.requireNonNullElse(messages.getMessage(key, null, name, locale()), name);
    }

    public boolean known(String key) {
        return messages.getMessage(key, null, null, locale()) != null;
    }

    /** The word for a code: message {@code prefix.CODE}. */
    public String label(String prefix, @Nullable Object code) {
        if (code == null || code.toString().isEmpty()) {
            return "–";
        }
        return messages.getMessage(prefix + "." + name(code), null, locale());
    }

    /** Choices for a select field: code and word, in the given order; takes enum constants or text. */
    public Map<String, String> choices(String prefix, Object codes) {
        var choices = new LinkedHashMap<String, String>();
        var list = codes instanceof Object[] array ? Arrays.asList(array) : (Collection<?>) codes;
        list.forEach(code -> choices.put(name(code), label(prefix, code)));
        return choices;
    }

    public Map<String, String> documentTypes() {
        return choices("documentType", DOCUMENT_TYPES);
    }

    public String figure(@Nullable Object value) {
        return formats.number(value);
    }

    /** JSON for a data block; safe inside a script element. */
    public String json(@Nullable Object value) {
        var text = value instanceof String ready ? ready : json.writeValueAsString(value);
        return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    public String badgeOf(Object code) {
        return badge(tone(name(code)));
    }

    private String tone(String code) {
        return switch (code) {
            case "DONE", "OK" -> "good";
            case "QUEUED", "RUNNING", "UNREAD" -> "info";
            case "WARNING" -> "warn";
            case "FAILED", "ERROR" -> "bad";
            default -> tones.of(code);
        };
    }

    public String badge(String tone) {
        return switch (tone) {
            case "good" -> "bg-success-subtle text-success-emphasis";
            case "info" -> "bg-primary-subtle text-primary-emphasis";
            case "warn" -> "bg-warning-subtle text-warning-emphasis";
            case "bad" -> "bg-danger-subtle text-danger-emphasis";
            default -> "bg-secondary-subtle text-secondary-emphasis";
        };
    }

    public String alert(String tone) {
        return switch (tone) {
            case "good" -> "alert-success";
            case "warn" -> "alert-warning";
            case "bad" -> "alert-danger";
            default -> "alert-info";
        };
    }

    private static String name(Object code) {
        return code instanceof Enum<?> constant ? constant.name() : code.toString();
    }

    // Fragments and tables

    public boolean isText(@Nullable Object value) {
        return value != null
                && !(value instanceof Fragment)
                && !value.toString().isBlank();
    }

    public Object fragment(@Nullable Object value) {
        return value instanceof Fragment fragment ? fragment : Fragment.EMPTY_FRAGMENT;
    }

    public boolean present(@Nullable Object value) {
        return value instanceof Fragment && value != Fragment.EMPTY_FRAGMENT;
    }

    public String caption(TablePage table) {
        var filtered = table.query().filtered() ? "Filtered" : "";
        return table.pages() > 1
                ? messages.getMessage(
                        "table.countRange" + filtered,
                        new Object[] {
                            formats.number(table.from()), formats.number(table.to()), formats.number(table.total())
                        },
                        locale())
                : messages.getMessage("table.count" + filtered, new Object[] {formats.number(table.total())}, locale());
    }

    public List<Integer> sizes() {
        return TableQuery.SIZES;
    }

    public List<String> wishedSort() {
        var sorts = request.getParameterValues("sort");
        return sorts == null
                ? List.of()
                : Arrays.stream(sorts).filter(s -> !s.isBlank()).toList();
    }

    // Forms

    public @Nullable Failure problem() {
        return request.getAttribute(Failure.ATTRIBUTE) instanceof Failure failure ? failure : null;
    }

    /**
     * After a stale version: what the field holds by now, if that is not what was typed.
     *
     * @param choices words of the codes, absent for fields that are typed
     */
    public @Nullable String current(
            @Nullable Object formId, String name, @Nullable Object value, @Nullable Object choices) {
        var failure = problem();
        if (failure == null || failure.status() != 412 || value == null || !typedHere(formId)) {
            return null;
        }
        var now = switch (value) {
            case Number number ->
                java.text.NumberFormat.getInstance(Formats.VIETNAMESE).format(number);
            case java.time.temporal.TemporalAccessor day -> formats.dateInput(day);
            case Collection<?> several -> several.stream().map(KitPage::name).collect(Collectors.joining(", "));
            default -> name(value);
        };
        var typed = request.getParameterValues(name);
        if (typed != null && String.join(", ", typed).strip().equals(now)) {
            return null;
        }
        var word = choices instanceof Map<?, ?> words ? words.get(now) : null;
        return word == null ? now : word.toString();
    }

    /** A mistake with the label of its field, as the form itself named it. */
    public String mistake(Failure.Mistake mistake) {
        var key = request.getParameter("_label." + mistake.field());
        return key != null && known(key) ? text(key) + ": " + mistake.text() : mistake.text();
    }

    /** A fresh key, so that a double click is one act. */
    public String key() {
        return ids.next();
    }

    /** Address of the page that is being shown, also while it is shown again after a refused form. */
    public String formPath() {
        if (showsTyped() && request.getParameter("_form") != null) {
            return request.getParameter("_form");
        }
        if (isWrite()) {
            return "/";
        }
        var path = request.getRequestURI();
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    /** True for the form that was refused, so that its panel stands open. */
    public boolean failed(String formId) {
        return showsTyped() && formId.equals(request.getParameter("_formId"));
    }

    public String fieldId(@Nullable Object formId, String name) {
        return (formId == null || formId.toString().isEmpty() ? "field" : formId) + "-"
                + name.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /** What the field shows: what was typed if this form was refused, else the value it has. */
    public String value(@Nullable Object formId, String name, @Nullable Object value) {
        if (typedHere(formId)) {
            var typed = request.getParameter(name);
            return typed == null ? "" : typed;
        }
        return value == null ? "" : name(value);
    }

    public String numberValue(@Nullable Object formId, String name, @Nullable Object value) {
        if (typedHere(formId) || !(value instanceof Number number)) {
            return value(formId, name, value);
        }
        var vietnamese = java.text.NumberFormat.getInstance(Formats.VIETNAMESE);
        return vietnamese.format(number);
    }

    public String dateValue(@Nullable Object formId, String name, @Nullable Object value) {
        return typedHere(formId) ? value(formId, name, value) : formats.dateInput(value);
    }

    public boolean checked(@Nullable Object formId, String name, @Nullable Object checked) {
        return typedHere(formId) ? request.getParameter(name) != null : Boolean.TRUE.equals(checked);
    }

    public boolean chosen(@Nullable Object formId, String name, @Nullable Object values, Object choice) {
        if (typedHere(formId)) {
            var typed = request.getParameterValues(name);
            return typed != null && Arrays.asList(typed).contains(name(choice));
        }
        return values instanceof Collection<?> several && several.stream().anyMatch(v -> name(v).equals(name(choice)));
    }

    /** True if the row was chosen when the form was sent, whatever version it showed. */
    public boolean picked(String formId, String value) {
        var chosen = typedHere(formId) ? request.getParameterValues(Bulk.ROW) : null;
        var key = value.substring(0, value.lastIndexOf('~') + 1);
        return chosen != null && Arrays.stream(chosen).anyMatch(row -> row.startsWith(key));
    }

    public List<String> errors(@Nullable Object formId, String name) {
        var failure = problem();
        if (failure == null || !typedHere(formId)) {
            return List.of();
        }
        return failure.errors().stream()
                .filter(e -> e.field().equals(name))
                .map(Failure.Mistake::text)
                .limit(1)
                .toList();
    }

    public @Nullable String invalid(@Nullable Object formId, String name) {
        return errors(formId, name).isEmpty() ? null : "true";
    }

    public @Nullable String describedBy(@Nullable Object formId, String name, String key) {
        var by = new ArrayList<String>();
        if (!errors(formId, name).isEmpty()) {
            by.add(fieldId(formId, name) + "-error");
        }
        if (known(key + ".hint")) {
            by.add(fieldId(formId, name) + "-hint");
        }
        return by.isEmpty() ? null : String.join(" ", by);
    }

    private boolean showsTyped() {
        return problem() != null || request.getAttribute(TYPED) != null;
    }

    private boolean typedHere(@Nullable Object formId) {
        return showsTyped()
                && Objects.equals(
                        formId == null ? "" : formId.toString(),
                        Objects.requireNonNullElse(request.getParameter("_formId"), ""));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
