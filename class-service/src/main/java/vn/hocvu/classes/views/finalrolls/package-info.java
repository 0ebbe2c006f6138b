/** Shows who gets an outcome in a class. */
@NullMarked
package vn.hocvu.classes.views.finalrolls;

import org.jspecify.annotations.NullMarked;
