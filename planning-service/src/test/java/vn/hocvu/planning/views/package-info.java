/** Proves what planning shows. */
@NullMarked
package vn.hocvu.planning.views;

import org.jspecify.annotations.NullMarked;
