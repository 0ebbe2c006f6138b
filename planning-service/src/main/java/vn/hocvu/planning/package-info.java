/** The annual plan: a ledger of what the city promised, and of what became of each promise. */
@NullMarked
package vn.hocvu.planning;

import org.jspecify.annotations.NullMarked;
