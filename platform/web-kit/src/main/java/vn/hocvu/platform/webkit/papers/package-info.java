/** Papers to be signed and lists to be printed: PDF with embedded fonts, and .docx. */
@NullMarked
package vn.hocvu.platform.webkit.papers;

import org.jspecify.annotations.NullMarked;
