package vn.hocvu.platform.eventstore;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who orders something: a person with roles in an organisation, or a policy of this system.
 *
 * @param userId       sign-in name of the person, or the policy's name
 * @param roles        role codes as in the token; a policy has only {@value #POLICY}
 * @param organization organisation on whose behalf the person acts, absent for a policy
 */
public record Actor(
        String userId, Set<String> roles, @Nullable String organization) {
    /** Role code of every policy. */
    public static final String POLICY = "POLICY";

    public Actor {
        if (userId.isBlank()) {
            throw new IllegalArgumentException("an actor needs a name");
        }
        roles = Set.copyOf(roles);
    }

    /** The policy of that name, for example {@code WhenClassCancelledReleaseIntake}. */
    public static Actor policy(String name) {
        return new Actor(name, Set.of(POLICY), null);
    }

    public boolean isPolicy() {
        return roles.contains(POLICY);
    }
}
