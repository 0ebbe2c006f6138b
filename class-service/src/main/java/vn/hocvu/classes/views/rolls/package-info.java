/** Shows who is in a class now, as enrollment tells. */
@NullMarked
package vn.hocvu.classes.views.rolls;

import org.jspecify.annotations.NullMarked;
