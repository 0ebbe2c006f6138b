/** What reporting does when figures have changed. */
@NullMarked
package vn.hocvu.reporting.policies;

import org.jspecify.annotations.NullMarked;
