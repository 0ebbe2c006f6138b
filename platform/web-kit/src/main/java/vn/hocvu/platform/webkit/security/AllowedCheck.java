package vn.hocvu.platform.webkit.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.hocvu.platform.eventstore.DeniedAttempts;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Forbidden;

/** Asks {@link Allowed} before every handler; one without it is open to nobody. */
final class AllowedCheck implements HandlerInterceptor {
    private static final List<String> FOREIGN =
            List.of("org.springframework.boot.", "org.springdoc.", "vn.hocvu.platform.webkit.pages.ErrorPages");

    private final CurrentActor actor;
    private final ObjectProvider<DeniedAttempts> denials;

    AllowedCheck(CurrentActor actor, ObjectProvider<DeniedAttempts> denials) {
        this.actor = actor;
        this.denials = denials;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || foreign(method)) {
            return true;
        }
        var allowed = rolesOf(method);
        if (allowed == null) {
            throw new Forbidden(Set.of());
        }
        if (allowed.contains(Allowed.ANYONE)) {
            return true;
        }
        if (!actor.signedIn()) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        if (!allowed.contains(Allowed.SIGNED_IN) && !actor.has(allowed.toArray(String[]::new))) {
            denials.ifAvailable(record -> record.record(
                    actor.get(),
                    request.getMethod()
                            + ' '
                            + method.getBeanType().getSimpleName()
                            + '.'
                            + method.getMethod().getName(),
                    request.getRequestURI(),
                    "role",
                    String.join(",", allowed)));
            throw new Forbidden(allowed);
        }
        return true;
    }

    /** What is wrong with these handlers: each one that says nothing about who may call it. */
    static List<String> unguarded(Iterable<HandlerMethod> handlers) {
        var unguarded = new ArrayList<String>();
        for (var handler : handlers) {
            var roles = rolesOf(handler);
            if (!foreign(handler) && (roles == null || roles.isEmpty())) {
                unguarded.add(handler.getBeanType().getSimpleName() + "."
                        + handler.getMethod().getName());
            }
        }
        return unguarded;
    }

    private static @Nullable Set<String> rolesOf(HandlerMethod handler) {
        var onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allowed.class);
        if (onMethod != null) {
            return Set.of(onMethod.value());
        }
        var onType = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
        return onType == null ? null : Set.of(onType.value());
    }

    private static boolean foreign(HandlerMethod handler) {
        var type = handler.getBeanType().getName();
        return FOREIGN.stream().anyMatch(type::startsWith);
    }
}
