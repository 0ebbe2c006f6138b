/** The faults: each breaks the running system in one way, under load, and then everything is compared. */
@NullMarked
package vn.hocvu.proof;

import org.jspecify.annotations.NullMarked;
