/** Shows what happened to a plan and its items, one line for each fact. */
@NullMarked
package vn.hocvu.planning.views.timeline;

import org.jspecify.annotations.NullMarked;
