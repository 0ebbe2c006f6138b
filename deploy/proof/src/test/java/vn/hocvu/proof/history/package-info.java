/** What the clients asked for and what they were told, written down as it happens. */
@NullMarked
package vn.hocvu.proof.history;

import org.jspecify.annotations.NullMarked;
