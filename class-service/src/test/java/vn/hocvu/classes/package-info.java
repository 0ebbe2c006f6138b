/** The class service as a whole, on real servers. */
@NullMarked
package vn.hocvu.classes;

import org.jspecify.annotations.NullMarked;
