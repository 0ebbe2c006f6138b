/** Stops a service at a named place as a crash would: woven into the started program, so that production knows nothing of it. */
@NullMarked
package vn.hocvu.proof.agent;

import org.jspecify.annotations.NullMarked;
