/** How facts of other services reach reporting. */
@NullMarked
package vn.hocvu.reporting.messages;

import org.jspecify.annotations.NullMarked;
