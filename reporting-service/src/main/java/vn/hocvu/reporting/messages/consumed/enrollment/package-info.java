/** What reporting reads of enrollment-service's messages. */
@NullMarked
package vn.hocvu.reporting.messages.consumed.enrollment;

import org.jspecify.annotations.NullMarked;
