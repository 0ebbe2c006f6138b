/** Proves the rules of off-plan classes. */
@NullMarked
package vn.hocvu.planning.offplanrequest;

import org.jspecify.annotations.NullMarked;
