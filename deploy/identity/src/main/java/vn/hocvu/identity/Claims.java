package vn.hocvu.identity;

import java.util.List;
import java.util.Map;

/** What a token says about a person. */
final class Claims {
    private Claims() {}

    /** Whom access tokens are meant for: every service. */
    static final List<String> AUDIENCE = List.of("hocvu");

    static void put(Account account, Map<String, Object> claims) {
        claims.put("name", account.name());
        claims.put("preferred_username", account.username());
        claims.put("roles", List.of(account.role()));
        claims.put("organization", account.organization());
    }
}
