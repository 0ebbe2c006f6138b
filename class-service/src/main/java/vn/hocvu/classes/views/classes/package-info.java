/** Shows each class as it stands, for lists, pages and tasks. */
@NullMarked
package vn.hocvu.classes.views.classes;

import org.jspecify.annotations.NullMarked;
