/** Tells people what waits for them and what has happened that concerns them, also while a page is open. */
@NullMarked
package vn.hocvu.platform.webkit.bell;

import org.jspecify.annotations.NullMarked;
