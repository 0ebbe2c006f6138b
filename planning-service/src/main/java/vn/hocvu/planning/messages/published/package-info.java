/** What planning tells the other services, field by field as docs/events/planning promises. */
@NullMarked
package vn.hocvu.planning.messages.published;

import org.jspecify.annotations.NullMarked;
