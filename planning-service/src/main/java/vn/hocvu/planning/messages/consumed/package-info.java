/** The topics planning listens to, and the types it reads of them. */
@NullMarked
package vn.hocvu.planning.messages.consumed;

import org.jspecify.annotations.NullMarked;
