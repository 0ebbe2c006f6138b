/** The log of all events, its signed checkpoints, their copy outside the database, and their verification. */
@NullMarked
package vn.hocvu.platform.eventstore.trail;

import org.jspecify.annotations.NullMarked;
