/** What enrollment tells the world: every fact of intakes and learners' records, never a name. */
@NullMarked
package vn.hocvu.enrollment.messages.published;

import org.jspecify.annotations.NullMarked;
