/** A figure that was published on paper, with the document that says so. */
@NullMarked
package vn.hocvu.reporting.publishedfigure;

import org.jspecify.annotations.NullMarked;
