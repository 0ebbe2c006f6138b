/** How deciding and keeping work underneath: Axon on PostgreSQL, wired and guarded. */
@NullMarked
package vn.hocvu.platform.eventstore.axon;

import org.jspecify.annotations.NullMarked;
