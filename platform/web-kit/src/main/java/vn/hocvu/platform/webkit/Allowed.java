package vn.hocvu.platform.webkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that may call a page or an API; a handler that says nothing is allowed to nobody and stops the service
 * from starting.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allowed {
    /** Whoever has signed in, whatever the roles. */
    String SIGNED_IN = "*";

    /** Also those who have not signed in: for sign-in help, errors and the accessibility statement only. */
    String ANYONE = "**";

    /** Role codes, of which one is enough; the annotation of the method replaces that of the class. */
    String[] value();
}
