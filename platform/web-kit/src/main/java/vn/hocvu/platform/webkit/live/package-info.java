/** Figures pushed to open pages as they change. */
@NullMarked
package vn.hocvu.platform.webkit.live;

import org.jspecify.annotations.NullMarked;
