package vn.hocvu.identity;

import java.util.Locale;

/**
 * A sample account.
 *
 * @param username         the role in lower case, with the organisation behind a dot where the role is bound to one
 * @param role             role code
 * @param organization     id of the organisation the person acts for
 * @param organizationName name of that organisation
 * @param name             the person's name
 */
public record Account(String username, String role, String organization, String organizationName, String name) {
    /** Whether the role is held for one organisation only. */
    public boolean scoped() {
        return username.contains(".");
    }

    /** Key of the role's words for people. */
    public String roleKey() {
        return "role." + role.toLowerCase(Locale.ROOT);
    }
}
