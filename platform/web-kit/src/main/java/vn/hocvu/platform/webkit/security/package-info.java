/** Who is signed in, and what they may open: sign-in, tokens, headers, the check of every handler. */
@NullMarked
package vn.hocvu.platform.webkit.security;

import org.jspecify.annotations.NullMarked;
