/** The real servers that measurements run on, each in a process of its own, gone when the measurement ends. */
@NullMarked
package vn.hocvu.bench.servers;

import org.jspecify.annotations.NullMarked;
