/** Lists as people see them: filtered, sorted and paged by the address. */
@NullMarked
package vn.hocvu.platform.webkit.tables;

import org.jspecify.annotations.NullMarked;
