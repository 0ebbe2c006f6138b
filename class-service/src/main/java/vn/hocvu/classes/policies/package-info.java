/** What follows for a class from facts of other services. */
@NullMarked
package vn.hocvu.classes.policies;

import org.jspecify.annotations.NullMarked;
