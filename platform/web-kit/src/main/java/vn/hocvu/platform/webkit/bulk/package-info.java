/** One act for many rows of a list. */
@NullMarked
package vn.hocvu.platform.webkit.bulk;

import org.jspecify.annotations.NullMarked;
