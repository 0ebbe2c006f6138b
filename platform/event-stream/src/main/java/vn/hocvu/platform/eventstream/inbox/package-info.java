/** Policies: facts from the topics become at most one command each, and twice is once. */
@NullMarked
package vn.hocvu.platform.eventstream.inbox;

import org.jspecify.annotations.NullMarked;
