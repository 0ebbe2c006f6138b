/** Clients that put the system under load and write down what they saw. */
@NullMarked
package vn.hocvu.bench.load;

import org.jspecify.annotations.NullMarked;
