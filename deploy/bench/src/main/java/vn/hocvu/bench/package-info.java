/** Measurements of what the product promises about speed, each beside a peer in the same run. */
@NullMarked
package vn.hocvu.bench;

import org.jspecify.annotations.NullMarked;
