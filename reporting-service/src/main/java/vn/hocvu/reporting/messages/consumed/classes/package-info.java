/** What reporting reads of class-service's messages. */
@NullMarked
package vn.hocvu.reporting.messages.consumed.classes;

import org.jspecify.annotations.NullMarked;
