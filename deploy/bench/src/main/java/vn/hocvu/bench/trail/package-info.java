/** What the provable trail costs, and how fast it is verified. */
@NullMarked
package vn.hocvu.bench.trail;

import org.jspecify.annotations.NullMarked;
