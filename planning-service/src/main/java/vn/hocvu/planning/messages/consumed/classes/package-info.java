/** What planning reads of the messages of class-service. */
@NullMarked
package vn.hocvu.planning.messages.consumed.classes;

import org.jspecify.annotations.NullMarked;
