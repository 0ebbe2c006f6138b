/** What enrollment reads of class-service's messages, and no more. */
@NullMarked
package vn.hocvu.enrollment.messages.consumed.classes;

import org.jspecify.annotations.NullMarked;
