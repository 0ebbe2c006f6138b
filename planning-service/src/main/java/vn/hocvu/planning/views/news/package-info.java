/** Shows the latest about each plan, item and amendment to those whom it concerns. */
@NullMarked
package vn.hocvu.planning.views.news;

import org.jspecify.annotations.NullMarked;
