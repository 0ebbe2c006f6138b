/** What planning hears of itself, from one aggregate to another. */
@NullMarked
package vn.hocvu.planning.messages.consumed.planning;

import org.jspecify.annotations.NullMarked;
