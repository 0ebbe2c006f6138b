/** What the product is measured against: the plainest honest way to do the same work. */
@NullMarked
package vn.hocvu.bench.peers;

import org.jspecify.annotations.NullMarked;
