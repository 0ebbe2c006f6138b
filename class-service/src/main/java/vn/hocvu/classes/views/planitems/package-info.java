/** Shows the plan items classes can be proposed against. */
@NullMarked
package vn.hocvu.classes.views.planitems;

import org.jspecify.annotations.NullMarked;
