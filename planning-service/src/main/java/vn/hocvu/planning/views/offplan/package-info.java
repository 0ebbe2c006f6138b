/** Shows the requests for off-plan classes, from the need to the decision. */
@NullMarked
package vn.hocvu.planning.views.offplan;

import org.jspecify.annotations.NullMarked;
