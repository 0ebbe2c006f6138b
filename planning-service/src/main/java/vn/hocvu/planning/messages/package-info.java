/** The edge to Kafka: what planning says, and the little it reads of what others say. */
@NullMarked
package vn.hocvu.planning.messages;

import org.jspecify.annotations.NullMarked;
