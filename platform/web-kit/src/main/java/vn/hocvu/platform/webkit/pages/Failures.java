package vn.hocvu.platform.webkit.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.Contended;
import vn.hocvu.platform.eventstore.NotPermitted;
import vn.hocvu.platform.eventstore.StaleVersion;
import vn.hocvu.platform.eventstore.TemporarilyUnavailable;
import vn.hocvu.platform.eventstore.TooLarge;
import vn.hocvu.platform.eventstore.UnknownAggregate;
import vn.hocvu.platform.webkit.FieldError;
import vn.hocvu.platform.webkit.Forbidden;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.RefusalTranslation;
import vn.hocvu.platform.webkit.TooMany;
import vn.hocvu.platform.webkit.sheets.SheetRefused;

/** Tells what a throwable means to people and programs; what it does not know it calls a fault and says nothing of it. */
public final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final List<RefusalTranslation> translations;
    private final MessageSource messages;
    private final Formats formats;
    private final ObjectProvider<LocaleResolver> locales;
    private final JsonMapper json;

    Failures(
            List<RefusalTranslation> translations,
            MessageSource messages,
            Formats formats,
            ObjectProvider<LocaleResolver> locales,
            JsonMapper json) {
        this.translations = List.copyOf(translations);
        this.messages = messages;
        this.formats = formats;
        this.locales = locales;
        this.json = json;
    }

    /** Requests under this path are answered as problems, all others as pages. */
    public static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    /** What to tell about this throwable, in the language of the request. */
    public Failure of(Throwable thrown, HttpServletRequest request) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            var known = known(at, request);
            if (known != null) {
                return known;
            }
        }
        log.atError()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", path(request))
                .setCause(thrown)
                .log("A request failed; its caller was told a reference only");
        return plain(500, "Unexpected", request);
    }

    /** A failure without a throwable, known by its status only. */
    public Failure of(int status, HttpServletRequest request) {
        return switch (status) {
            case 401 -> plain(401, "NotSignedIn", request);
            case 403 -> plain(403, "NotPermitted", request);
            case 404 -> plain(404, "NotFound", request);
            case 413 -> plain(413, "TooLarge", request);
            case 503 -> later(plain(503, "Unavailable", request), 5);
            default -> status >= 500 ? plain(500, "Unexpected", request) : plain(status, "InvalidRequest", request);
        };
    }

    private @Nullable Failure known(Throwable thrown, HttpServletRequest request) {
        for (var translation : translations) {
            var refused = translation.of(thrown);
            if (refused != null) {
                var detail = sentence("refusal." + refused.code(), refused.values(), request);
                if (detail == null) {
                    detail = text("problem.409.detail", request);
                }
                return failure(refused.status(), refused.code(), detail, refused.values(), List.of(), "", request);
            }
        }
        return switch (thrown) {
            case InvalidInput e -> invalid(e.errors(), request);
            case StaleVersion e -> {
                var values = Map.<String, Object>of("expected", e.expected(), "actual", e.actual());
                yield failure(
                        412,
                        "StaleVersion",
                        sentence("problem.412.detail", values, request),
                        values,
                        List.of(),
                        "",
                        request);
            }
            case NotPermitted e -> forbidden(e.neededRoles(), request);
            case Forbidden e -> forbidden(e.neededRoles(), request);
            case CsrfException e ->
                failure(403, "FormExpired", text("problem.expired", request), Map.of(), List.of(), "", request);
            case AccessDeniedException e -> plain(403, "NotPermitted", request);
            case AuthenticationServiceException e -> later(plain(503, "Unavailable", request), 5);
            case AuthenticationException e -> plain(401, "NotSignedIn", request);
            case NotFound e -> plain(404, "NotFound", request);
            case UnknownAggregate e -> plain(404, "NotFound", request);
            case Contended e ->
                later(
                        failure(409, "Contended", text("problem.contended", request), Map.of(), List.of(), "", request),
                        1);
            case TemporarilyUnavailable e -> unavailable(e, request);
            case DataAccessResourceFailureException e -> unavailable(e, request);
            case QueryTimeoutException e -> unavailable(e, request);
            case CannotCreateTransactionException e -> unavailable(e, request);
            case TooLarge e -> plain(413, "TooLarge", request);
            case MaxUploadSizeExceededException e ->
                invalid(413, "TooLarge", List.of(FieldError.of("file", "error.fileTooBig")), request);
            case InvalidParameterException e -> of(e.getErrorCode(), request);
            case TooMany e -> {
                var seconds = (int) Math.max(1, e.retryAfter().toSeconds());
                var values = Map.<String, Object>of("seconds", seconds);
                yield later(
                        failure(
                                429,
                                "TooMany",
                                sentence("problem.429.detail", values, request),
                                values,
                                List.of(),
                                "",
                                request),
                        seconds);
            }
            case SheetRefused e -> invalid(List.of(new FieldError("file", e.messageKey(), e.args(), null)), request);
            case MethodArgumentNotValidException e -> invalid(fieldErrors(e.getBindingResult()), request);
            case BindingResult e -> invalid(fieldErrors(e), request);
            case HandlerMethodValidationException e ->
                invalid(
                        e.getParameterValidationResults().stream()
                                .map(r -> FieldError.of(
                                        r.getMethodParameter().getParameterName() == null
                                                ? ""
                                                : r.getMethodParameter().getParameterName(),
                                        "error.value"))
                                .toList(),
                        request);
            case ConstraintViolationException e ->
                invalid(
                        e.getConstraintViolations().stream()
                                .map(v -> FieldError.of(v.getPropertyPath().toString(), "error.value"))
                                .toList(),
                        request);
            case MethodArgumentTypeMismatchException e ->
                invalid(List.of(FieldError.of(e.getName(), "error.value")), request);
            case MissingServletRequestPartException e ->
                invalid(List.of(FieldError.of(e.getRequestPartName(), "error.required")), request);
            case MissingRequestValueException e
            when e instanceof org.springframework.web.bind.MissingServletRequestParameterException missing ->
                invalid(List.of(FieldError.of(missing.getParameterName(), "error.required")), request);
            case HttpMessageNotReadableException e -> unreadable(e, request);
            case ErrorResponse e
            when e.getStatusCode().is4xxClientError() -> of(e.getStatusCode().value(), request);
            case IllegalArgumentException e -> {
                log.atWarn()
                        .addKeyValue("path", path(request))
                        .setCause(e)
                        .log("A value was refused without naming its field; its caller was told so");
                yield plain(400, "InvalidValue", request);
            }
            default ->
                thrown.getClass().getName().startsWith("com.mongodb.Mongo")
                                && thrown.getClass()
                                        .getSimpleName()
                                        .matches("Mongo(Timeout|Socket.*|NotPrimary|NodeIsRecovering)Exception")
                        ? unavailable(thrown, request)
                        : null;
        };
    }

    private Failure unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        for (Throwable at = e.getCause(); at != null; at = at.getCause()) {
            if (at instanceof InvalidInput invalid) {
                return invalid(invalid.errors(), request);
            }
            if (at instanceof JacksonException problem && !problem.getPath().isEmpty()) {
                var field = problem.getPath().stream()
                        .map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : r.getPropertyName())
                        .collect(Collectors.joining("."))
                        .replace(".[", "[");
                return invalid(List.of(FieldError.of(field, "error.value")), request);
            }
        }
        return plain(400, "Malformed", request);
    }

    private static List<FieldError> fieldErrors(BindingResult result) {
        var errors = new ArrayList<FieldError>();
        result.getFieldErrors().forEach(f -> {
            var code = f.getCode();
            var key = code != null && Set.of("NotNull", "NotBlank", "NotEmpty").contains(code)
                    ? "error.required"
                    : "error.value";
            errors.add(FieldError.of(f.getField(), key));
        });
        result.getGlobalErrors().forEach(g -> errors.add(FieldError.of("", "error.value")));
        return errors;
    }

    private Failure unavailable(Throwable thrown, HttpServletRequest request) {
        log.atWarn()
                .addKeyValue("path", path(request))
                .addKeyValue("cause", thrown.toString())
                .log("A store is out of reach; the caller was asked to try again");
        return later(plain(503, "Unavailable", request), 5);
    }

    private Failure invalid(List<FieldError> errors, HttpServletRequest request) {
        return invalid(400, "InvalidInput", errors, request);
    }

    private Failure invalid(int status, String code, List<FieldError> errors, HttpServletRequest request) {
        var mistakes = errors.stream()
                .map(e -> new Failure.Mistake(
                        e.field(), message(e.messageKey(), e.args().toArray(), request)))
                .toList();
        return failure(status, code, text("problem.422.detail", request), Map.of(), mistakes, "", request);
    }

    private Failure forbidden(Set<String> roles, HttpServletRequest request) {
        var words = new TreeSet<>(roles)
                .stream()
                        .filter(r -> !r.equals("POLICY"))
                        .map(r -> word("role." + r, r, request))
                        .collect(Collectors.joining(", "));
        return failure(
                403,
                "NotPermitted",
                text("problem.403.detail", request),
                roles.isEmpty() ? Map.of() : Map.of("neededRoles", List.copyOf(new TreeSet<>(roles))),
                List.of(),
                words,
                request);
    }

    private Failure plain(int status, String code, HttpServletRequest request) {
        return failure(
                status,
                code,
                word("problem." + status + ".detail", text("problem.400.detail", request), request),
                Map.of(),
                List.of(),
                "",
                request);
    }

    private Failure failure(
            int status,
            String code,
            @Nullable String detail,
            Map<String, Object> values,
            List<Failure.Mistake> errors,
            String roles,
            HttpServletRequest request) {
        return new Failure(
                status,
                code,
                headline(status, request),
                detail,
                values,
                errors,
                roles,
                Trace.of(request),
                null,
                null,
                0);
    }

    String headline(int status, HttpServletRequest request) {
        return word("problem." + status, text("problem.400", request), request);
    }

    private static Failure later(Failure failure, int seconds) {
        return new Failure(
                failure.status(),
                failure.code(),
                failure.headline(),
                failure.detail(),
                failure.values(),
                failure.errors(),
                failure.neededRoles(),
                failure.traceId(),
                failure.formId(),
                failure.again(),
                seconds);
    }

    /** A sentence that names its values in braces; absent if there is no such sentence. */
    private @Nullable String sentence(String key, Map<String, Object> values, HttpServletRequest request) {
        var raw = messages.getMessage(key, null, null, locale(request));
        if (raw == null) {
            return null;
        }
        var sentence = raw;
        for (var value : values.entrySet()) {
            sentence = sentence.replace("{" + value.getKey() + "}", words(value.getValue(), request));
        }
        return sentence;
    }

    private String words(Object value, HttpServletRequest request) {
        return switch (value) {
            case Number number -> formats.number(number);
            case java.time.temporal.TemporalAccessor time
            when !(time instanceof java.time.Year) ->
                time instanceof java.time.Instant ? formats.time(time) : formats.date(time);
            case Enum<?> constant -> constant.name();
            case Iterable<?> several -> {
                var texts = new ArrayList<String>();
                several.forEach(v -> texts.add(words(v, request)));
                yield String.join(", ", texts);
            }
            default -> value.toString();
        };
    }

    private String text(String key, HttpServletRequest request) {
        return word(key, key, request);
    }

    private String word(String key, String otherwise, HttpServletRequest request, Object... args) {
        return Objects.requireNonNullElse(messages.getMessage(key, args, otherwise, locale(request)), otherwise);
    }

    private String message(String key, Object[] args, HttpServletRequest request) {
        var shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            shown[i] = words(args[i], request);
        }
        return word(key, text("error.value", request), request, shown);
    }

    private Locale locale(HttpServletRequest request) {
        var resolver = locales.getIfAvailable();
        return resolver == null ? Formats.VIETNAMESE : resolver.resolveLocale(request);
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /** The failure as RFC 9457 problem. */
    public Map<String, Object> problem(Failure failure) {
        var problem = new java.util.LinkedHashMap<String, Object>();
        problem.put("type", failure.type());
        problem.put("title", failure.title());
        problem.put("status", failure.status());
        problem.put("code", failure.code());
        if (failure.detail() != null) {
            problem.put("detail", failure.detail());
        }
        if (!failure.values().isEmpty()) {
            problem.put("values", failure.values());
        }
        if (!failure.errors().isEmpty()) {
            problem.put("errors", failure.errors());
        }
        problem.put("traceId", failure.traceId());
        return problem;
    }

    /** Writes the failure as problem, for filters that answer before any handler. */
    public void write(Failure failure, HttpServletResponse response) throws IOException {
        response.setStatus(failure.status());
        if (failure.retryAfter() > 0) {
            response.setHeader("Retry-After", String.valueOf(failure.retryAfter()));
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), problem(failure));
    }
}
