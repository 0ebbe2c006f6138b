/** Kafka out and in: what a service tells the world, and what it hears from others. */
@NullMarked
package vn.hocvu.platform.eventstream;

import org.jspecify.annotations.NullMarked;
