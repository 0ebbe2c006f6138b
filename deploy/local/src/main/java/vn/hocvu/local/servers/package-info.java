/** The three real servers Học Vụ stands on: PostgreSQL, Kafka and a server that speaks MongoDB's protocol. */
@NullMarked
package vn.hocvu.local.servers;

import org.jspecify.annotations.NullMarked;
