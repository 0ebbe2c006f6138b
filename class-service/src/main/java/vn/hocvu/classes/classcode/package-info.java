/** Keeps class codes unique within one class type and year. */
@NullMarked
package vn.hocvu.classes.classcode;

import org.jspecify.annotations.NullMarked;
