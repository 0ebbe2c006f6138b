/** The launcher: everything on one machine, by one command. */
@NullMarked
package vn.hocvu.local;

import org.jspecify.annotations.NullMarked;
