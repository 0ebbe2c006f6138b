/** What the class service reads of planning's messages. */
@NullMarked
package vn.hocvu.classes.messages.consumed.planning;

import org.jspecify.annotations.NullMarked;
