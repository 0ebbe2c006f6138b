/** Shows what planning answered for a class. */
@NullMarked
package vn.hocvu.classes.views.slots;

import org.jspecify.annotations.NullMarked;
