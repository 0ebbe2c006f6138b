/** What the system remembers for each person between two visits: half-filled forms and the columns of their lists. */
@NullMarked
package vn.hocvu.platform.webkit.remembered;

import org.jspecify.annotations.NullMarked;
