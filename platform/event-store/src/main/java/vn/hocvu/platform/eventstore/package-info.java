/** Deciding and keeping: commands in, events into PostgreSQL, and nothing of any business domain. */
@NullMarked
package vn.hocvu.platform.eventstore;

import org.jspecify.annotations.NullMarked;
