/** Shows the items of the plans with what became of them. */
@NullMarked
package vn.hocvu.planning.views.items;

import org.jspecify.annotations.NullMarked;
