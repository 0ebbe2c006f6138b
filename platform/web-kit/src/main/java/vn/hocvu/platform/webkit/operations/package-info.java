/** What the operations page of every service shows and cures: processors, parked keys, refused attempts, live pages. */
@NullMarked
package vn.hocvu.platform.webkit.operations;

import org.jspecify.annotations.NullMarked;
