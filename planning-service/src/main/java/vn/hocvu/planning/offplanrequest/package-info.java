/** Decides about classes that the plan does not have: request, assessment, consultation, report, decision. */
@NullMarked
package vn.hocvu.planning.offplanrequest;

import org.jspecify.annotations.NullMarked;
