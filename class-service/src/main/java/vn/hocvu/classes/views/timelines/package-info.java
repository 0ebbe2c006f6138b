/** Shows what has happened to a class, in order. */
@NullMarked
package vn.hocvu.classes.views.timelines;

import org.jspecify.annotations.NullMarked;
