/** One row per class with the dated facts that its figures follow from. */
@NullMarked
package vn.hocvu.reporting.views.figures.ledger;

import org.jspecify.annotations.NullMarked;
