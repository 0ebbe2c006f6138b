/** What every page and every API of Học Vụ has in common: who is signed in, what may be seen, how errors are told. */
@NullMarked
package vn.hocvu.platform.webkit;

import org.jspecify.annotations.NullMarked;
