/** Dashboard, reports, explanations, discrepancies and audit, as pages and as API. */
@NullMarked
package vn.hocvu.reporting.web;

import org.jspecify.annotations.NullMarked;
