/** Loads the reference training years 2019 to 2021 as people would: through the public API and imported sheets. */
@NullMarked
package vn.hocvu.local.demo;

import org.jspecify.annotations.NullMarked;
