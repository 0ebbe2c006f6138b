/** Proves the folds from outside, on real servers: repeats, gaps, poison, cut connections, rebuilds, lost databases. */
@NullMarked
package vn.hocvu.platform.viewstore.proof;

import org.jspecify.annotations.NullMarked;
