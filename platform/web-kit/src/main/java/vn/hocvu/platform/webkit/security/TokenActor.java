package vn.hocvu.platform.webkit.security;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.CurrentActor;

/** Reads the person from the claims of the session's identity token or of the bearer token. */
final class TokenActor implements CurrentActor {
    private final String userClaim;

    TokenActor(String userClaim) {
        this.userClaim = userClaim;
    }

    @Override
    public Actor get() {
        var claims = claims();
        if (claims == null) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        return actor(claims);
    }

    @Override
    public String name() {
        var claims = claims();
        if (claims == null) {
            return "";
        }
        return claims.get("name") instanceof String name && !name.isBlank()
                ? name
                : actor(claims).userId();
    }

    @Override
    public boolean signedIn() {
        return claims() != null;
    }

    private Actor actor(Map<String, Object> claims) {
        var user = claims.get(userClaim) instanceof String named && !named.isBlank() ? named : text(claims.get("sub"));
        return new Actor(user, roles(claims.get("roles")), claims.get("organization") instanceof String o ? o : null);
    }

    private static @Nullable Map<String, Object> claims() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return null;
        }
        return switch (authentication.getPrincipal()) {
            case OidcUser user -> user.getClaims();
            case Jwt jwt -> jwt.getClaims();
            case null, default -> null;
        };
    }

    /** A policy is never a person: no token can claim its role. */
    private static Set<String> roles(@Nullable Object claim) {
        var roles = new LinkedHashSet<String>();
        if (claim instanceof List<?> list) {
            list.forEach(role -> roles.add(role.toString()));
        }
        roles.remove(Actor.POLICY);
        return roles;
    }

    private static String text(@Nullable Object claim) {
        return claim == null ? "" : claim.toString();
    }
}
