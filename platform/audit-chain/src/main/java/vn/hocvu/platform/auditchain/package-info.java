/** Proof that nobody rewrote what happened: hashes, log and signed checkpoints, made by the store and checked by anybody. */
@NullMarked
package vn.hocvu.platform.auditchain;

import org.jspecify.annotations.NullMarked;
