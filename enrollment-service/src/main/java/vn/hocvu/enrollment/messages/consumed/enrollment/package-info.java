/** What enrollment reads of its own messages, where one aggregate's fact leads to another's command. */
@NullMarked
package vn.hocvu.enrollment.messages.consumed.enrollment;

import org.jspecify.annotations.NullMarked;
