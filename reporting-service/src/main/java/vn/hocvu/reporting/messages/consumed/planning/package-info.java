/** What reporting reads of planning-service's messages. */
@NullMarked
package vn.hocvu.reporting.messages.consumed.planning;

import org.jspecify.annotations.NullMarked;
