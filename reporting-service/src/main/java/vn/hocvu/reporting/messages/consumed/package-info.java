/** What reporting reads of the other services' messages. */
@NullMarked
package vn.hocvu.reporting.messages.consumed;

import org.jspecify.annotations.NullMarked;
