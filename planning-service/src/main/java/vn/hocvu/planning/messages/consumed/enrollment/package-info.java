/** What planning reads of the messages of enrollment-service. */
@NullMarked
package vn.hocvu.planning.messages.consumed.enrollment;

import org.jspecify.annotations.NullMarked;
