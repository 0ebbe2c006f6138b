/** Proves what planning says and reads. */
@NullMarked
package vn.hocvu.planning.messages;

import org.jspecify.annotations.NullMarked;
