/** A small service of lamps that uses everything the kit gives; for tests and for looking at. */
@NullMarked
package vn.hocvu.platform.webkit.sample;

import org.jspecify.annotations.NullMarked;
