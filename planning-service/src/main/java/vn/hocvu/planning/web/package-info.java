/** How people and programs ask for plans and change them. */
@NullMarked
package vn.hocvu.planning.web;

import org.jspecify.annotations.NullMarked;
