/** Tells other services what has happened to classes. */
@NullMarked
package vn.hocvu.classes.messages.published;

import org.jspecify.annotations.NullMarked;
