/** Spreadsheets in and out, safe against hostile files. */
@NullMarked
package vn.hocvu.platform.webkit.sheets;

import org.jspecify.annotations.NullMarked;
