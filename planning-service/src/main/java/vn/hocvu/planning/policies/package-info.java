/** What planning does when other services tell it something; one class for each sentence. */
@NullMarked
package vn.hocvu.planning.policies;

import org.jspecify.annotations.NullMarked;
