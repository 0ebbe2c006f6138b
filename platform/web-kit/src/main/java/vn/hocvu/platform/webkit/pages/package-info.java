/** The layout's own knowledge, error answers, and the pages that every service has. */
@NullMarked
package vn.hocvu.platform.webkit.pages;

import org.jspecify.annotations.NullMarked;
