/** Lets people and programs work with classes. */
@NullMarked
package vn.hocvu.classes.web;

import org.jspecify.annotations.NullMarked;
