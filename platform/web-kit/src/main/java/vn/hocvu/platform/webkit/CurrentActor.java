package vn.hocvu.platform.webkit;

import vn.hocvu.platform.eventstore.Actor;

/** Who is signed in, as the token says; a form or JSON body can never say otherwise. */
public interface CurrentActor {
    /**
     * The person behind the current request.
     *
     * @throws org.springframework.security.authentication.AuthenticationCredentialsNotFoundException if nobody is
     */
    Actor get();

    /** Name for display; the sign-in name if the token has no other. */
    String name();

    /** True when the current request comes from somebody who has signed in. */
    boolean signedIn();

    /** True when the person has at least one of the roles. */
    default boolean has(String... roles) {
        if (!signedIn()) {
            return false;
        }
        var own = get().roles();
        for (var role : roles) {
            if (own.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
