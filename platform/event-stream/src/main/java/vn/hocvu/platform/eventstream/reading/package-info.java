/** From a Kafka record to a fact with its envelope. */
@NullMarked
package vn.hocvu.platform.eventstream.reading;

import org.jspecify.annotations.NullMarked;
