/** Long work that survives a restart and shows how far it is. */
@NullMarked
package vn.hocvu.platform.webkit.jobs;

import org.jspecify.annotations.NullMarked;
