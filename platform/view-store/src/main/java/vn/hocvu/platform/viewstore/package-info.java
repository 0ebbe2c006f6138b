/** Read models in MongoDB: rows folded from facts, written once per batch, rebuilt at any time. */
@NullMarked
package vn.hocvu.platform.viewstore;

import org.jspecify.annotations.NullMarked;
