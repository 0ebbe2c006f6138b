/** Shows auditors the provable trail of a service, and hands evidence of it out. */
@NullMarked
package vn.hocvu.platform.webkit.trail;

import org.jspecify.annotations.NullMarked;
