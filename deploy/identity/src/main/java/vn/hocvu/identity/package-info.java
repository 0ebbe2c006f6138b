/** An OpenID provider for one machine: sample accounts, one for every role, and single sign-on across the services. */
@NullMarked
package vn.hocvu.identity;

import org.jspecify.annotations.NullMarked;
