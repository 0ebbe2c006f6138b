/** People at work: clients of the public API, an open dashboard, and the year they work in. */
@NullMarked
package vn.hocvu.proof.load;

import org.jspecify.annotations.NullMarked;
