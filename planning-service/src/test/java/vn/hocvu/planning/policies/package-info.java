/** Proves what planning does when others tell it something. */
@NullMarked
package vn.hocvu.planning.policies;

import org.jspecify.annotations.NullMarked;
