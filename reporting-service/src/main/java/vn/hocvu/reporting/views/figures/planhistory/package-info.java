/** What was said about each plan, item and amendment, so that the plan can be shown as it stood on any day. */
@NullMarked
package vn.hocvu.reporting.views.figures.planhistory;

import org.jspecify.annotations.NullMarked;
