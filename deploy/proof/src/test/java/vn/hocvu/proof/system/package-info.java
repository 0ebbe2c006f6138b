/** The whole system as real processes that can be killed, stopped, paused and started again. */
@NullMarked
package vn.hocvu.proof.system;

import org.jspecify.annotations.NullMarked;
