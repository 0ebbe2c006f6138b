/** The class service: training classes from proposal to graduation. */
@NullMarked
package vn.hocvu.classes;

import org.jspecify.annotations.NullMarked;
