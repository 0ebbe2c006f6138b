/** What the class service reads of enrollment's messages. */
@NullMarked
package vn.hocvu.classes.messages.consumed.enrollment;

import org.jspecify.annotations.NullMarked;
