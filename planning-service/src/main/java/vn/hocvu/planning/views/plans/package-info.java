/** Shows each year's plan: how far it has come, by which papers, and what was carried in and out. */
@NullMarked
package vn.hocvu.planning.views.plans;

import org.jspecify.annotations.NullMarked;
