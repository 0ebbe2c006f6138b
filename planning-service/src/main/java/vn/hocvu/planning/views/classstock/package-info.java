/** Shows which classes were running on any day with how many learners, from the facts of class and enrollment. */
@NullMarked
package vn.hocvu.planning.views.classstock;

import org.jspecify.annotations.NullMarked;
